//! Onboard a number, list numbers and meet a refusal, with the client that build.rs makes.

/// What progenitor wrote, of which little is used here.
#[allow(dead_code, unused_imports)]
mod graph {
    include!(concat!(env!("OUT_DIR"), "/graph.rs"));
}

use std::{collections::BTreeSet, env, error::Error, time::Duration};

use chrono::{DateTime, Utc};
use graph::types::{
    GraphApiErrorDetail, PhoneNumberCreateRequest, PhoneNumberCreateRequestCc,
    PhoneNumberCreateRequestVerifiedName, RegisterRequest, RequestCodeRequest, VerifyCodeRequest,
};
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use serde_json::Value;

const SANDBOX: &str = r#"[{"field":"account_mode","operator":"EQUAL","value":"SANDBOX"}]"#;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = env::var("WHATSAPP_BASE_URL")?;
    let token = env::var("WHATSAPP_ACCESS_TOKEN")?;
    let waba = env::var("WHATSAPP_BUSINESS_ACCOUNT_ID")?;

    let mut bearer = HeaderValue::try_from(format!("Bearer {token}"))?;
    bearer.set_sensitive(true);
    let http = reqwest::Client::builder()
        .default_headers(HeaderMap::from_iter([(AUTHORIZATION, bearer)]))
        .timeout(Duration::from_secs(10))
        .no_proxy()
        .build()?;
    let client = graph::Client::new_with_client(&format!("{url}/v23.0"), http.clone());

    onboard(&client, &http, &url, &waba).await?;
    list(&client, &waba).await
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

    let sent: Value = http
        .get(format!("{url}/_emulator/codes"))
        .send()
        .await?
        .json()
        .await?;
    let code = sent["codes"][0]["code"].as_str().unwrap();
    assert!(
        try_code(client, id, code).await?.is_none(),
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
    match client
        .verify_code()
        .phone_number_id(id)
        .body(body)
        .send()
        .await
    {
        Ok(_) => Ok(None),
        Err(graph::Error::ErrorResponse(refusal)) => Ok(Some(refusal.into_inner().error)),
        Err(other) => Err(other.into()),
    }
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
