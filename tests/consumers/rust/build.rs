//! Make the client from the contract in OpenAPI 3.0.3, in its open form: an enum of Rust refuses the
//! words that Meta adds.

use std::{env, fs, path::Path};

use progenitor::{GenerationSettings, Generator, InterfaceStyle};
use serde_json::{Value, json};

fn main() {
    let contract = env::var("CONTRACT").expect("CONTRACT names the contract's JSON file");
    println!("cargo::rerun-if-env-changed=CONTRACT");
    println!("cargo::rerun-if-changed={contract}");

    let mut spec: Value = serde_json::from_str(&fs::read_to_string(contract).unwrap()).unwrap();
    failure_ranges(&mut spec);
    null_items(&mut spec);
    let spec = serde_json::from_value(spec).unwrap();

    let mut settings = GenerationSettings::new();
    settings.with_interface(InterfaceStyle::Builder);
    let tokens = Generator::new(&settings).generate_tokens(&spec).unwrap();
    let code = prettyplease::unparse(&syn::parse2(tokens).unwrap());
    fs::write(
        Path::new(&env::var("OUT_DIR").unwrap()).join("graph.rs"),
        code,
    )
    .unwrap();
}

/// Give failures as ranges, since progenitor takes `default` for a success as well.
fn failure_ranges(spec: &mut Value) {
    let paths = spec["paths"].as_object_mut().unwrap();
    let members = paths.values_mut().filter_map(Value::as_object_mut);
    for call in members.flat_map(|path| path.values_mut()) {
        if let Some(responses) = call.get_mut("responses").and_then(Value::as_object_mut) {
            let failure = responses.remove("default").unwrap();
            responses.insert("4XX".to_owned(), failure.clone());
            responses.insert("5XX".to_owned(), failure);
        }
    }
}

/// Let items be null that `x-null-items` marks, or one of them fails the whole answer.
fn null_items(spec: &mut Value) {
    let schemas = spec["components"]["schemas"].as_object_mut().unwrap();
    for list in schemas.values_mut() {
        if list["x-null-items"] == true {
            list["items"] = json!({"nullable": true, "allOf": [list["items"]]});
        }
    }
}
