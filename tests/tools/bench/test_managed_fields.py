from function.base.manifest import Json, Manifest, at
from tools.bench.managed_fields import managed_fields


def fields(manifest: Manifest) -> list[Json]:
    return [at(entry, "fieldsV1") for entry in managed_fields(manifest, spec_by="a", status_by="b")]


def test_every_field_is_named_but_not_what_identifies_the_object() -> None:
    found = fields({"apiVersion": "v1", "kind": "Service", "metadata": {"name": "orders"}, "spec": {"port": 1}})
    assert found == [{"f:metadata": {"f:name": {}}, "f:spec": {"f:port": {}}}]


def test_the_status_is_an_entry_of_its_own() -> None:
    entries = managed_fields({"apiVersion": "v1", "status": {"phase": "Ready"}}, spec_by="a", status_by="b")
    assert [at(entry, "manager") for entry in entries] == ["a", "b"]
    assert [at(entry, "subresource") for entry in entries] == [None, "status"]


def test_items_with_a_key_are_told_apart_and_others_are_one_value() -> None:
    ports: Json = [{"name": "http", "port": 80}, {"name": "grpc"}]
    found = fields({"apiVersion": "v1", "spec": {"ports": ports, "args": ["-v"], "rules": [{"host": "a"}]}})
    assert found == [
        {
            "f:spec": {
                "f:ports": {
                    'k:{"name":"http"}': {".": {}, "f:name": {}, "f:port": {}},
                    'k:{"name":"grpc"}': {".": {}, "f:name": {}},
                },
                "f:args": {},
                "f:rules": {},
            }
        }
    ]


def test_lists_without_a_schema_are_one_value() -> None:
    manifest: Json = {"manifest": {"spec": {"ports": [{"name": "http"}]}}}
    found = fields({"apiVersion": "v1", "spec": {"forProvider": manifest}})
    assert found == [{"f:spec": {"f:forProvider": {"f:manifest": {"f:spec": {"f:ports": {}}}}}}]
