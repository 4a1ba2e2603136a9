//! Make the client from the contract in OpenAPI 3.0.3, in its open form: an enum of Rust refuses the
//! words that Meta adds.

use std::{env, fs, path::Path};

use progenitor::{GenerationSettings, Generator, InterfaceStyle};

fn main() {
    let contract = env::var("CONTRACT").expect("CONTRACT names the contract's JSON file");
    println!("cargo::rerun-if-env-changed=CONTRACT");
    println!("cargo::rerun-if-changed={contract}");

    let spec = serde_json::from_str(&fs::read_to_string(contract).unwrap()).unwrap();

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
