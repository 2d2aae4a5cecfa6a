"""Spellings of addresses that no claim may name, and names of services that look like them."""

import pytest

from function.base.addresses import LINK_LOCAL, LOOPBACK, METADATA, NO_HOST, NOT_PLAIN, host_refusal, refusal

REFUSED: dict[str, list[str]] = {
    LOOPBACK: [
        *("localhost", "LOCALHOST", "LocalHost.", "localhost.localdomain", "x.localhost", "a.b.localhost."),
        "0.0.0.0",  # noqa: S104 - nothing listens here
        *("ip6-localhost", "ip6-loopback", "127.0.0.1", "127.0.0.1.", "127.255.255.254", "127.8.9.10"),
        *("0.1.2.3", "::1", "0:0:0:0:0:0:0:1", "0000:0000:0000:0000:0000:0000:0000:0001", "::"),
        *("::ffff:127.0.0.1", "::FFFF:7F00:1", "0:0:0:0:0:ffff:7f00:0001", "::127.0.0.1", "::7f00:1"),
        *("64:ff9b::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:7f00:1::1", "::ffff:0.0.0.0"),
        *("::ffff:0:0", "::1%lo", "2001:0:7f00:1::", "::ffff:0:127.0.0.1"),
        *("localhost4", "localhost6", "localhost4.localdomain4", "localhost6.localdomain6", "ipv6-localhost"),
    ],
    LINK_LOCAL: [
        *("169.254.0.1", "169.254.169.254", "169.254.170.2", "169.254.170.23", "169.254.255.255"),
        *("fe80::1", "FE80::1", "fe80::1%eth0", "febf::1", "::ffff:169.254.169.254", "::ffff:a9fe:a9fe"),
        *("64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::", "::169.254.169.254", "::ffff:0:a9fe:a9fe"),
    ],
    METADATA: [
        *("metadata", "Metadata", "metadata.google.internal", "METADATA.GOOGLE.INTERNAL.", "metadata.goog"),
        *("instance-data", "instance-data.ec2.internal", "metadata.azure.internal", "metadata.tencentyun.com"),
        *("metadata.packet.net", "100.100.100.200", "::ffff:100.100.100.200", "::ffff:6464:64c8", "168.63.129.16"),
        *("192.0.0.192", "fd00:ec2::254", "FD00:0EC2:0:0:0:0:0:254", "fd00:ec2::23", "fd20:ce::254"),
        *("fd00:ec2::254%eth0", "api.metadata.cloud.ibm.com", "metadata.platformequinix.com", "rancher-metadata"),
    ],
    NOT_PLAIN: [
        # whole numbers, hexadecimal, octal, short and mixed forms, zeros in front, too many and too large parts
        *("2130706433", "0x7f000001", "0X7F000001", "017700000001", "127.1", "127.0.1", "0x7f.1", "0177.0.0.1"),
        *("0x7f.0x0.0x0.0x1", "127.0.0.0x1", "127.0x0.1", "0177.1", "127.0.0.01", "0127.0.0.1", "00.0.0.0", "0"),
        *("00", "1", "2852039166", "0xa9fea9fe", "025177524776", "169.16689662", "169.254.43518", "0xa9.254.169.254"),
        *("127.0.0.1.1", "256.0.0.1", "127.0.0.257", "4294967296", "4425673729", "0x", "x.0x1", "example.1", "10.1"),
        *(":::1", "::1::", "12345::1", "::ffff:127.1", "::ffff:0177.0.0.1", "1:2", "[::1", "::1]", "g::1"),
        # NAT64 of a network's own: where the IPv4 address stands in it depends on that network
        *("64:ff9b:1::7f00:1", "64:ff9b:1::169.254.169.254", "64:ff9b:1:a9fe:a9:fe00::", "64:ff9b:1::8.8.8.8"),
    ],
    NO_HOST: [
        *(
            "",
            ".",
            "..",
            "a..b",
            ".a",
            "a b",
            "\uff11\uff12\uff17.0.0.1",
            "127。0。0。1",
            "ⓛocalhost",
            "localhost%00",
            "%6cocalhost",
        ),
        *("a/b", "a@b", "a\\b", "a\tb", "a\n", "ä", "localhost..", "*", "$(HOST)"),
    ],
}
ALLOWED = [
    *("nats", "nats.nats.svc", "nats-headless.nats.svc.cluster.local", "NATS.nats.svc.", "broker-1.example.org"),
    *("main-kafka-bootstrap.kafka.svc", "kafka_1", "localhost.example.org", "notlocalhost", "localhosts"),
    *("metadata.payments.svc", "metadata-store", "instance-data.payments.svc", "127.0.0.1.nip.io", "7f000001"),
    *("10.0.0.1", "192.168.1.1", "172.16.0.1", "8.8.8.8", "100.64.0.1", "168.63.129.17", "169.253.0.1", "170.254.0.1"),
    *("2001:db8::1", "fd00::1", "2606:4700::1111", "64:ff9b::8.8.8.8", "::ffff:10.0.0.1", "2002:a00:1::", "a1", "0a"),
]


@pytest.mark.parametrize(("reason", "host"), [(reason, host) for reason, hosts in REFUSED.items() for host in hosts])
def test_hosts_that_no_claim_may_name(reason: str, host: str) -> None:
    assert host_refusal(host) == reason


@pytest.mark.parametrize("host", ALLOWED)
def test_hosts_that_a_claim_may_name(host: str) -> None:
    assert host_refusal(host) is None


REFUSED_HOSTS = [
    host for reason, hosts in REFUSED.items() if reason != NO_HOST for host in hosts if not {"[", "]"} & set(host)
]
FORMS = [
    "nats://{}:4222",
    "jdbc:postgresql://{}:5432/db?ssl=true",
    "nats://nats,tls://{}",
    "http://{}:9090/a",
    "https://{}",
    "{}:9092",
    "kafka:9092, {}:1",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("host", REFUSED_HOSTS)
def test_wherever_the_host_stands(host: str, form: str) -> None:
    """An IPv6 address stands in brackets."""
    assert refusal(form.format(f"[{host}]" if ":" in host else host)) is not None


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("host", ALLOWED)
def test_what_may_be_named_anywhere(host: str, form: str) -> None:
    assert refusal(form.format(f"[{host}]" if ":" in host else host)) is None


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nats://u:CANARY@nats:4222", "must not hold credentials"),
        ("nats://CANARY@nats:4222", "must not hold credentials"),
        ("kafka:9092,u@kafka:9092", "must not hold credentials"),
        ("http://nats/../x", "must not contain '..'"),
        ("http://localhost#.example.org", f"must not name {LOOPBACK}"),
        ("http://localhost\\.example.org", f"must not name {LOOPBACK}"),
        ("http://localhost?.example.org", f"must not name {LOOPBACK}"),
        ("http://example.org@localhost", "must not hold credentials"),
        ("::1:9092", f"must not name {LOOPBACK}"),
        ("::1", f"must not name {LOOPBACK}"),
        ("kafka:9092,", f"names {NO_HOST}"),
        ("localhost/://nats:4222", f"must not name {LOOPBACK}"),
        ("localhost?x://nats:4222", f"must not name {LOOPBACK}"),
        ("SASL_SSL://localhost:9092", f"must not name {LOOPBACK}"),
        ("jdbc:postgresql://localhost:5432/orders", f"must not name {LOOPBACK}"),
        ("jdbc:postgresql://db:5432,127.0.0.1/orders", f"must not name {LOOPBACK}"),
        ("jdbc:postgresql://u:CANARY@db/orders", "must not hold credentials"),
        ("jdbc:postgresql:orders", f"names {NO_HOST}"),
        ("jdbc:postgresql:/", f"names {NO_HOST}"),
        ("jdbc:postgresql:///orders", f"names {NO_HOST}"),
        ("jdbc:", f"names {NO_HOST}"),
    ],
)
def test_what_is_said_of_an_address(address: str, said: str) -> None:
    found = refusal(address)
    assert found == said
    assert "CANARY" not in (found or "")
