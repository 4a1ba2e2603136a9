// Command consumer onboards a number, lists numbers and meets a refusal, with the client that
// oapi-codegen makes from the contract.
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
	baseURL = os.Getenv("WHATSAPP_BASE_URL")
	wabaID  = os.Getenv("WHATSAPP_BUSINESS_ACCOUNT_ID")
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

	verified, err := client.VerifyCodeWithResponse(ctx, id, graph.VerifyCodeRequest{Code: sentCode(ctx)})
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

// sentCode reads the code that the emulator sent.
func sentCode(ctx context.Context) string {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, baseURL+"/_emulator/codes", nil)
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
