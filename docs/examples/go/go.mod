module numbers

go 1.26

require github.com/oapi-codegen/runtime v1.8.0
