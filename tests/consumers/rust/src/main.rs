//! Onboard a number, list numbers and accounts, keep a pool, read a batch and meet refusals, with the
//! client that build.rs makes.

/// What progenitor wrote, of which little is used here.
#[allow(dead_code, unused_imports)]
mod graph {
    include!(concat!(env!("OUT_DIR"), "/graph.rs"));
}

use std::{collections::BTreeSet, env, error::Error, time::Duration};

use chrono::{DateTime, Utc};
use graph::types::{
    BatchRequest, FullTelephone, GraphApiError, GraphApiErrorDetail, PhoneNumber,
    PhoneNumberCreateRequest, PhoneNumberCreateRequestCc, PhoneNumberCreateRequestVerifiedName,
    PreverifiedNumberAddRequest, RegisterRequest, RequestCodeRequest, VerifyCodeRequest,
};
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use serde_json::{Value, json};

const SANDBOX: &str = r#"[{"field":"account_mode","operator":"EQUAL","value":"SANDBOX"}]"#;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = env::var("WHATSAPP_BASE_URL")?;
    let token = env::var("WHATSAPP_ACCESS_TOKEN")?;
    let waba = env::var("WHATSAPP_BUSINESS_ACCOUNT_ID")?;
    let number = env::var("WHATSAPP_PHONE_NUMBER_ID")?;

    let mut bearer = HeaderValue::try_from(format!("Bearer {token}"))?;
    bearer.set_sensitive(true);
    let http = reqwest::Client::builder()
        .default_headers(HeaderMap::from_iter([(AUTHORIZATION, bearer)]))
        .timeout(Duration::from_secs(10))
        .no_proxy()
        .build()?;
    let client = graph::Client::new_with_client(&format!("{url}/v23.0"), http.clone());

    onboard(&client, &http, &url, &waba).await?;
    list(&client, &waba).await?;
    let business = find_business(&client, &waba).await?;
    keep_pool(&client, &http, &url, &business).await?;
    read_batch(&client, &number).await
}

async fn onboard(
    client: &graph::Client,
    http: &reqwest::Client,
    url: &str,
    waba: &str,
) -> Result<(), Box<dyn Error>> {
    let number = PhoneNumberCreateRequest::builder()
        .cc(PhoneNumberCreateRequestCc::try_from("1")?)
        .phone_number("2015550123")
        .verified_name(PhoneNumberCreateRequestVerifiedName::try_from(
            "Lucky Shrub",
        )?);
    let created = client
        .create_phone_number()
        .waba_id(waba)
        .body(number)
        .send()
        .await?;
    let id = created.id.as_str();

    let wanted = RequestCodeRequest::builder()
        .code_method("SMS".to_owned())
        .language("en_US");
    client
        .request_code()
        .phone_number_id(id)
        .body(wanted)
        .send()
        .await?;

    let refused = try_code(client, id, "000000")
        .await?
        .expect("a wrong code is refused");
    assert_eq!(
        (refused.code, refused.error_subcode),
        (Some(136025), Some(2388093))
    );
    assert!(refused.fbtrace_id.is_some());

    let code = sent_code(http, url, id).await?;
    assert!(
        try_code(client, id, &code).await?.is_none(),
        "the right code is taken"
    );

    let pin = RegisterRequest::builder()
        .messaging_product("whatsapp".to_owned())
        .pin("314159");
    client
        .register_phone_number()
        .phone_number_id(id)
        .body(pin)
        .send()
        .await?;

    let fields = "status,last_onboarded_time";
    let card = client
        .get_phone_number()
        .phone_number_id(id)
        .fields(fields)
        .send()
        .await?;
    assert_eq!(card.status.as_ref().unwrap().as_str(), "CONNECTED");
    let written = card.last_onboarded_time.as_ref().unwrap();
    assert!(written.ends_with("+0000"), "{}", written.as_str());
    let onboarded = DateTime::parse_from_str(written, "%Y-%m-%dT%H:%M:%S%z")?;
    assert!((Utc::now() - onboarded.to_utc()).num_minutes().abs() < 5);
    Ok(())
}

/// Send a code; return what Graph says against it, if anything.
async fn try_code(
    client: &graph::Client,
    id: &str,
    code: &str,
) -> Result<Option<GraphApiErrorDetail>, Box<dyn Error>> {
    let body = VerifyCodeRequest::builder().code(code);
    let call = client.verify_code().phone_number_id(id).body(body);
    refusal(call.send().await)
}

/// Tell what Graph says against a call, if anything, from a call that failed otherwise.
fn refusal<T>(
    answer: Result<T, graph::Error<GraphApiError>>,
) -> Result<Option<GraphApiErrorDetail>, Box<dyn Error>> {
    match answer {
        Ok(_) => Ok(None),
        Err(graph::Error::ErrorResponse(refusal)) => Ok(Some(refusal.into_inner().error)),
        Err(other) => Err(other.into()),
    }
}

/// Read the code that the emulator sent to a number.
async fn sent_code(http: &reqwest::Client, url: &str, id: &str) -> Result<String, Box<dyn Error>> {
    let codes = format!("{url}/_emulator/codes?phone_number_id={id}");
    let sent: Value = http.get(codes).send().await?.json().await?;
    Ok(sent["codes"][0]["code"].as_str().unwrap().to_owned())
}

async fn list(client: &graph::Client, waba: &str) -> Result<(), Box<dyn Error>> {
    let (mut pages, mut ratings, mut after) = (0, BTreeSet::new(), None::<String>);
    loop {
        let mut call = client
            .list_phone_numbers()
            .waba_id(waba)
            .fields("id,account_mode,quality_rating")
            .filtering(SANDBOX)
            .limit(2);
        if let Some(cursor) = after {
            call = call.after(cursor);
        }
        let page = call.send().await?.into_inner();
        pages += 1;
        for number in page.data {
            assert_eq!(number.account_mode.as_ref().unwrap().as_str(), "SANDBOX");
            ratings.insert((number.id, number.quality_rating.unwrap().to_string()));
        }
        let paging = page.paging.unwrap();
        if paging.next.is_none() {
            break;
        }
        after = paging.cursors.unwrap().after;
    }
    assert_eq!((pages, ratings.len()), (2, 3));
    // No contract lists PURPLE.
    assert!(ratings.iter().any(|(_, rating)| rating == "PURPLE"));
    Ok(())
}

/// Find the business of the account, among whose accounts it is.
async fn find_business(client: &graph::Client, waba: &str) -> Result<String, Box<dyn Error>> {
    let account = client
        .get_account()
        .waba_id(waba)
        .fields("owner_business_info")
        .send()
        .await?;
    let owner = account.owner_business_info.as_ref().unwrap();
    let business = owner.id.as_ref().unwrap().to_string();

    let owned = client
        .list_owned_accounts()
        .business_id(business.as_str())
        .fields("id,name")
        .send()
        .await?;
    let ids: Vec<&str> = owned.data.iter().map(|each| each.id.as_str()).collect();
    assert_eq!(ids, [waba]);
    Ok(business)
}

async fn keep_pool(
    client: &graph::Client,
    http: &reqwest::Client,
    url: &str,
    business: &str,
) -> Result<(), Box<dyn Error>> {
    let number = PreverifiedNumberAddRequest::builder()
        .phone_number(FullTelephone::try_from("+16315553000")?);
    let added = client
        .add_preverified_number()
        .business_id(business)
        .body(number)
        .send()
        .await?;
    let id = added.id.as_str();

    let wanted = RequestCodeRequest::builder()
        .code_method("SMS".to_owned())
        .language("en_US");
    client
        .request_preverified_code()
        .preverified_id(id)
        .body(wanted)
        .send()
        .await?;
    let code = VerifyCodeRequest::builder().code(sent_code(http, url, id).await?);
    client
        .verify_preverified_code()
        .preverified_id(id)
        .body(code)
        .send()
        .await?;

    let read = || {
        client
            .get_preverified_number()
            .preverified_id(id)
            .fields("code_verification_status")
    };
    let proven = read().send().await?;
    let status = proven.code_verification_status.as_ref().unwrap();
    assert_eq!(status.as_str(), "VERIFIED");
    client
        .delete_preverified_number()
        .preverified_id(id)
        .send()
        .await?;
    let gone = refusal(read().send().await)?.expect("the pool has it no longer");
    assert_eq!((gone.code, gone.error_subcode), (Some(100), Some(33)));
    Ok(())
}

async fn read_batch(client: &graph::Client, number: &str) -> Result<(), Box<dyn Error>> {
    let reads = json!([
        {"method": "GET", "relative_url": format!("{number}?fields=status")},
        {"method": "GET", "relative_url": "1"},
    ]);
    let batch = BatchRequest::builder().batch(reads.to_string());
    let answer = client.send_batch().body(batch).send().await?;
    // One that Graph had no time for is None.
    let [Some(found), Some(missing)] = answer.as_slice() else {
        panic!("not every item has its answer: {answer:?}");
    };
    assert_eq!((found.code, missing.code), (Some(200), Some(400)));

    let card: PhoneNumber = serde_json::from_str(found.body.as_ref().unwrap())?;
    assert_eq!(card.status.unwrap().as_str(), "CONNECTED");
    let refused: GraphApiError = serde_json::from_str(missing.body.as_ref().unwrap())?;
    assert_eq!(refused.error.code, Some(100));
    Ok(())
}
