#!/usr/bin/env python3
"""Judges OpenAPI documents by libraries that share nothing with the generator.

    documents.py FILE…

Each document must be OpenAPI 3.1, each of its schemas valid in that version's base dialect, and each example in it must
be what its schema says. Then copies are broken on purpose, one fault each: a judge that lets one pass judges nothing.
"""

import copy
import json
import pathlib
import sys
from urllib.parse import quote

from jsonschema import Draft202012Validator, SchemaError
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

# The name under which references find the document that is judged.
DOCUMENT = "urn:document"
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def faults_of_form(document):
    """What the specification forbids, references that lead nowhere among it."""
    try:
        for fault in OpenAPIV31SpecValidator(document).iter_errors():
            yield f"/{'/'.join(map(str, fault.absolute_path))}: {fault.message}"
    except Unresolvable as fault:  # raised instead of told, and with the whole document in its text
        yield f"a reference leads nowhere: {fault.ref}"
    for name, schema in document["components"].get("schemas", {}).items():
        try:
            OAS31Validator.check_schema(schema)
        except SchemaError as fault:
            yield f"schema {name}: {fault.message}"


def pointer(*steps):
    """A reference to a place in the document."""
    escaped = [str(step).replace("~", "~0").replace("/", "~1") for step in steps]
    return f"{DOCUMENT}#/{quote('/'.join(escaped))}"


def examples(document):
    """Each example with a reference to the schema that it must satisfy, and where it stands."""
    for path, item in document["paths"].items():
        for method in METHODS & item.keys():
            operation = item[method]
            at = ["paths", path, method]
            for index, parameter in enumerate(operation.get("parameters", [])):
                schema = pointer(*at, "parameters", index, "schema")
                for name, example in parameter.get("examples", {}).items():
                    yield f"{path}, {parameter['name']}, {name}", schema, example["value"]
            for status, response in operation["responses"].items():
                for kind, media in response.get("content", {}).items():
                    schema = pointer(*at, "responses", status, "content", kind, "schema")
                    for name, example in media.get("examples", {}).items():
                        yield f"{path}, {status}, {name}", schema, example["value"]
    for name, schema in document["components"].get("schemas", {}).items():
        for key, inner in schema.get("properties", {}).items():
            for value in inner.get("examples", []):
                yield f"{name}.{key}", pointer("components", "schemas", name, "properties", key), value


def faults_of_examples(document):
    registry = Registry().with_resource(DOCUMENT, DRAFT202012.create_resource(document))
    for where, schema, value in examples(document):
        for fault in Draft202012Validator({"$ref": schema}, registry=registry).iter_errors(value):
            yield f"{where}{fault.json_path[1:]}: {fault.message}"


def operation_of(document):
    item = next(iter(document["paths"].values()))
    return next(item[method] for method in METHODS & item.keys())


def reply_of(document):
    content = operation_of(document)["responses"]["200"]["content"]["application/json"]
    return content, next(iter(content["examples"].values()))["value"]


def breakages():
    """Faults that a generator could make, and who must see each."""
    form, example = faults_of_form, faults_of_examples

    def breaks(judge):
        return lambda change: found.append((change.__name__, judge, change))

    found = []

    @breaks(form)
    def no_version(document):
        del document["info"]["version"]

    @breaks(form)
    def an_extension_without_its_prefix(document):
        document["zhixing-auth"] = document.pop("x-zhixing-auth")

    @breaks(form)
    def a_parameter_without_a_place(document):
        del operation_of(document)["parameters"][0]["in"]

    @breaks(form)
    def a_parameter_that_travels_in_a_form(document):
        operation_of(document)["parameters"][0]["in"] = "form"

    @breaks(form)
    def a_path_with_an_undeclared_parameter(document):
        document["paths"]["/{secret}"] = {"get": {"responses": {"200": {"description": ""}}}}

    @breaks(form)
    def a_name_used_twice(document):
        operation = copy.deepcopy(operation_of(document))
        document["paths"]["/again"] = {"get": operation}

    @breaks(form)
    def a_type_that_is_none(document):
        next(iter(document["components"]["schemas"].values()))["type"] = "text"

    @breaks(form)
    def a_reference_that_leads_nowhere(document):
        content, _ = reply_of(document)
        content["schema"] = {"$ref": "#/components/schemas/Gone"}

    @breaks(form)
    def a_default_of_another_type(document):
        parameter = operation_of(document)["parameters"][0]
        parameter["schema"] = {"type": "integer", "default": "one"}

    @breaks(form)
    def a_key_in_the_body(document):
        next(iter(document["components"]["securitySchemes"].values()))["in"] = "body"

    @breaks(example)
    def a_reply_without_its_status(document):
        _, reply = reply_of(document)
        del reply["status"]

    @breaks(example)
    def a_field_of_another_type(document):
        _, reply = reply_of(document)
        reply["data"]["items"][0]["court"] = 1

    @breaks(example)
    def a_schema_of_another_type(document):
        document["components"]["schemas"]["ExecutionListByNameItem"]["properties"]["court"]["type"] = "integer"

    @breaks(example)
    def a_status_of_another_type(document):
        _, reply = reply_of(document)
        reply["status"] = 200

    @breaks(example)
    def an_argument_below_its_minimum(document):
        for parameter in operation_of(document)["parameters"]:
            for shown in parameter.get("examples", {}).values():
                shown["value"] = ""

    return found


def main(files):
    failed = False
    counted = 0
    whole = None
    for file in files:
        document = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
        name = pathlib.Path(file).name
        here = sum(1 for _ in examples(document))
        counted += here
        for fault in [*faults_of_form(document), *faults_of_examples(document)]:
            print(f"{name}: {fault}")
            failed = True
        print(f"{name}: {len(document['paths'])} paths, {len(document['components']['schemas'])} schemas, {here} examples")
        if name == "qixin.json":
            whole = document
    if whole is None or counted == 0:
        sys.exit("There is nothing to judge: name the documents, qixin.json among them.")
    for name, judge, change in breakages():
        broken = copy.deepcopy(whole)
        change(broken)
        if next(judge(broken), None) is None:
            print(f"broken on purpose and not refused: {name}")
            failed = True
    if failed:
        sys.exit(1)
    print(f"{len(breakages())} documents broken on purpose are refused")


main(sys.argv[1:])
