// Command consumer onboards a number, lists numbers and accounts, keeps a pool, reads a batch and
// meets refusals, with the client that oapi-codegen makes from the contract.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"consumer/graph"
)

const (
	sandbox   = `[{"field":"account_mode","operator":"EQUAL","value":"SANDBOX"}]`
	graphTime = "2006-01-02T15:04:05-0700"
)

var (
	baseURL  = os.Getenv("WHATSAPP_BASE_URL")
	wabaID   = os.Getenv("WHATSAPP_BUSINESS_ACCOUNT_ID")
	numberID = os.Getenv("WHATSAPP_PHONE_NUMBER_ID")
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	client, err := graph.NewClientWithResponses(baseURL+"/v23.0",
		graph.WithRequestEditorFn(func(_ context.Context, request *http.Request) error {
			request.Header.Set("Authorization", "Bearer "+os.Getenv("WHATSAPP_ACCESS_TOKEN"))
			return nil
		}))
	check(err)
	onboard(ctx, client)
	list(ctx, client)
	keepPool(ctx, client, findBusiness(ctx, client))
	readBatch(ctx, client)
}

func onboard(ctx context.Context, client *graph.ClientWithResponses) {
	created, err := client.CreatePhoneNumberWithResponse(ctx, wabaID, graph.PhoneNumberCreateRequest{
		Cc: new("1"), PhoneNumber: "2015550123", VerifiedName: new("Lucky Shrub"),
	})
	check(err)
	expect(created.JSON200 != nil, "the number is added", created.Status())
	id := created.JSON200.Id

	requested, err := client.RequestCodeWithResponse(ctx, id, graph.RequestCodeRequest{
		CodeMethod: "SMS", Language: "en_US",
	})
	check(err)
	expect(requested.JSON200 != nil, "a code is sent", requested.Status())

	refused, err := client.VerifyCodeWithResponse(ctx, id, graph.VerifyCodeRequest{Code: "000000"})
	check(err)
	expect(refused.JSON200 == nil && refused.JSON400 != nil, "a wrong code is refused", refused.Status())
	refusal := refused.JSON400.Error
	expect(*refusal.Code == 136025 && *refusal.ErrorSubcode == 2388093, "the refusal has its codes", refusal)
	expect(*refusal.FbtraceId != "", "the refusal can be quoted to the support", refusal)

	verified, err := client.VerifyCodeWithResponse(ctx, id, graph.VerifyCodeRequest{Code: sentCode(ctx, id)})
	check(err)
	expect(verified.JSON200 != nil, "the right code is taken", verified.Status())

	registered, err := client.RegisterPhoneNumberWithResponse(ctx, id, graph.RegisterRequest{
		MessagingProduct: "whatsapp", Pin: "314159",
	})
	check(err)
	expect(registered.JSON200 != nil, "the number is registered", registered.Status())

	card, err := client.GetPhoneNumberWithResponse(ctx, id, &graph.GetPhoneNumberParams{
		Fields: new("status,last_onboarded_time"),
	})
	check(err)
	expect(card.JSON200 != nil, "the number is read", card.Status())
	expect(*card.JSON200.Status == "CONNECTED", "it is connected", *card.JSON200.Status)
	written := *card.JSON200.LastOnboardedTime
	expect(strings.HasSuffix(written, "+0000"), "the time is written as Graph does", written)
	onboarded, err := time.Parse(graphTime, written)
	check(err)
	expect(time.Since(onboarded).Abs() < 5*time.Minute, "it was onboarded now", onboarded)
}

func list(ctx context.Context, client *graph.ClientWithResponses) {
	pages, ratings := 0, map[string]graph.QualityRating{}
	wanted := graph.ListPhoneNumbersParams{
		Fields: new("id,account_mode,quality_rating"), Filtering: new(sandbox), Limit: new(2),
	}
	for more := true; more; pages++ {
		page, err := client.ListPhoneNumbersWithResponse(ctx, wabaID, &wanted)
		check(err)
		expect(page.JSON200 != nil, "a page is read", page.Status())
		for _, number := range page.JSON200.Data {
			expect(*number.AccountMode == "SANDBOX", "the filter holds", *number.AccountMode)
			ratings[number.Id] = *number.QualityRating
		}
		more = page.JSON200.Paging.Next != nil
		wanted.After = page.JSON200.Paging.Cursors.After
	}
	expect(pages == 2 && len(ratings) == 3, "three numbers come on two pages", ratings)

	unknown := 0
	for _, rating := range ratings {
		if !rating.Valid() {
			unknown++
			expect(rating == "PURPLE", "a word that no contract lists is kept", rating)
		}
	}
	expect(unknown == 1, "one rating is new", ratings)
}

// findBusiness finds the business of the account, among whose accounts it is.
func findBusiness(ctx context.Context, client *graph.ClientWithResponses) graph.BusinessId {
	account, err := client.GetAccountWithResponse(ctx, wabaID, &graph.GetAccountParams{
		Fields: new("owner_business_info"),
	})
	check(err)
	expect(account.JSON200 != nil, "the account is read", account.Status())
	id := *account.JSON200.OwnerBusinessInfo.Id

	owned, err := client.ListOwnedAccountsWithResponse(ctx, id, &graph.ListOwnedAccountsParams{
		Fields: new("id,name"),
	})
	check(err)
	expect(owned.JSON200 != nil, "the accounts are listed", owned.Status())
	accounts := owned.JSON200.Data
	expect(len(accounts) == 1 && accounts[0].Id == wabaID, "the business owns the account", accounts)
	return id
}

func keepPool(ctx context.Context, client *graph.ClientWithResponses, business graph.BusinessId) {
	added, err := client.AddPreverifiedNumberWithResponse(ctx, business, graph.PreverifiedNumberAddRequest{
		PhoneNumber: "+16315553000",
	})
	check(err)
	expect(added.JSON200 != nil, "the pool has the number", added.Status())
	id := added.JSON200.Id

	requested, err := client.RequestPreverifiedCodeWithResponse(ctx, id, graph.RequestCodeRequest{
		CodeMethod: "SMS", Language: "en_US",
	})
	check(err)
	expect(requested.JSON200 != nil, "a code is sent", requested.Status())
	verified, err := client.VerifyPreverifiedCodeWithResponse(ctx, id, graph.VerifyCodeRequest{
		Code: sentCode(ctx, id),
	})
	check(err)
	expect(verified.JSON200 != nil, "the number is proven", verified.Status())

	wanted := graph.GetPreverifiedNumberParams{Fields: new("code_verification_status")}
	read, err := client.GetPreverifiedNumberWithResponse(ctx, id, &wanted)
	check(err)
	expect(read.JSON200 != nil, "the number is read", read.Status())
	status := *read.JSON200.CodeVerificationStatus
	expect(status == "VERIFIED", "it is verified", status)

	dropped, err := client.DeletePreverifiedNumberWithResponse(ctx, id)
	check(err)
	expect(dropped.JSON200 != nil, "the number is dropped", dropped.Status())
	gone, err := client.GetPreverifiedNumberWithResponse(ctx, id, &wanted)
	check(err)
	expect(gone.JSON400 != nil, "the pool has it no longer", gone.Status())
	expect(*gone.JSON400.Error.ErrorSubcode == 33, "there is no such object", gone.JSON400.Error)
}

func readBatch(ctx context.Context, client *graph.ClientWithResponses) {
	reads, err := json.Marshal([]map[string]string{
		{"method": "GET", "relative_url": numberID + "?fields=status"},
		{"method": "GET", "relative_url": "1"},
	})
	check(err)
	answer, err := client.SendBatchWithFormdataBodyWithResponse(ctx, graph.BatchRequest{Batch: string(reads)})
	check(err)
	expect(answer.JSON200 != nil, "the batch is answered", answer.Status())
	// An item that Graph had no time for is null, which is here one without Code.
	items := *answer.JSON200
	expect(len(items) == 2, "each item has its answer", items)

	var number graph.PhoneNumber
	expect(*items[0].Code == http.StatusOK, "the number is read", items[0])
	check(json.Unmarshal([]byte(*items[0].Body), &number))
	expect(*number.Status == "CONNECTED", "it is connected", *number.Status)

	var refusal graph.GraphAPIError
	expect(*items[1].Code == http.StatusBadRequest, "the other is refused", items[1])
	check(json.Unmarshal([]byte(*items[1].Body), &refusal))
	expect(*refusal.Error.Code == 100, "the refusal has its code", refusal.Error)
}

// sentCode reads the code that the emulator sent to a number.
func sentCode(ctx context.Context, id graph.GraphId) string {
	url := baseURL + "/_emulator/codes?phone_number_id=" + id
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	check(err)
	answer, err := http.DefaultClient.Do(request)
	check(err)
	defer answer.Body.Close()
	var sent struct{ Codes []struct{ Code string } }
	check(json.NewDecoder(answer.Body).Decode(&sent))
	return sent.Codes[0].Code
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func expect(holds bool, what string, seen any) {
	if !holds {
		log.Fatalf("not so: %s: %+v", what, seen)
	}
}
