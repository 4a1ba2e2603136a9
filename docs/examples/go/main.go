// Command numbers lists the numbers of an account that need somebody, in Go, with a client made from the contract.
//
// Fields are asked for by name, pages are followed by their cursor (Paging.Next holds the token), and a word that
// no list has is no fault: Meta adds some without notice.
//
//	go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2 \
//	  -generate types,client -package graph -o graph/graph.go v23.0-3.0.json
//	go mod tidy && go run .
//
// v23.0-3.0.json is under Downloads, or `python -m wabakit.contract v23.0 --openapi 3.0 > v23.0-3.0.json`.
package main

import (
	"cmp"
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"numbers/graph"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	server := cmp.Or(os.Getenv("WHATSAPP_BASE_URL"), "https://graph.facebook.com") + "/v23.0"
	client, err := graph.NewClientWithResponses(server, graph.WithRequestEditorFn(signed))
	if err != nil {
		log.Fatal(err)
	}
	wanted := graph.ListPhoneNumbersParams{
		Fields: new("id,display_phone_number,status,quality_rating"), Limit: new(100),
	}
	for more := true; more; {
		page, err := client.ListPhoneNumbersWithResponse(ctx, os.Getenv("WHATSAPP_BUSINESS_ACCOUNT_ID"), &wanted)
		if err != nil {
			log.Fatal(err)
		}
		if page.JSON200 == nil {
			log.Fatalf("Graph refused: %s", page.Body)
		}
		for _, number := range page.JSON200.Data {
			show(number)
		}
		paging := page.JSON200.Paging
		more = paging != nil && paging.Next != nil
		if more {
			wanted.After = paging.Cursors.After
		}
	}
}

// signed puts the token into the header, where no log of addresses shows it.
func signed(_ context.Context, request *http.Request) error {
	request.Header.Set("Authorization", "Bearer "+os.Getenv("WHATSAPP_ACCESS_TOKEN"))
	return nil
}

// show prints a number, with a mark if it cannot send or soon may not. What Graph left out is nil.
func show(number graph.PhoneNumber) {
	status, rating := value(number.Status), value(number.QualityRating)
	mark := "!"
	if status == "CONNECTED" && rating != "RED" {
		mark = " "
	}
	fmt.Println(mark, number.Id, value(number.DisplayPhoneNumber), status, rating)
}

func value[Text ~string](text *Text) Text {
	if text == nil {
		return ""
	}
	return *text
}
