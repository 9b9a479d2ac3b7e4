"""Cases about bytes that are not UTF-8, and about byte order marks."""

from tests.json_suite.case import decided, refused

_CODE = "invalid-encoding"
_UTF_8 = "RFC 8259 has JSON in UTF-8; anything put in place of the byte is a guess"
_WIDE = "RFC 8259 has JSON in UTF-8 and in nothing else"

ENCODINGS = (
    *(
        refused(name, content, _CODE, column)
        for name, content, column in (
            ("array_a_invalid_utf8", b"[a\xe5]", 3),
            ("array_invalid_utf8", b"[\xff]", 2),
            (
                "object_lone_continuation_byte_in_key_and_trailing_comma",
                b'{"\xb9":"0",}',
                3,
            ),
            ("string_invalid-utf-8-in-escape", b'["\\u\xe5"]', 5),
            ("string_invalid_utf8_after_escape", b'["\\\xe5"]', 4),
            ("structure_incomplete_UTF8_BOM", b"\xef\xbb{}", 1),
            ("structure_lone-invalid-utf-8", b"\xe5", 1),
            ("structure_single_eacute", b"\xe9", 1),
        )
    ),
    refused("structure_UTF8_BOM_no_data", b"\xef\xbb\xbf", "byte-order-mark", 1),
    *(
        decided(name, content, reason, _CODE, column)
        for name, content, reason, column in (
            ("string_UTF-16LE_with_BOM", '\ufeff["é"]'.encode("utf-16-le"), _WIDE, 1),
            ("string_utf16BE_no_BOM", '["é"]'.encode("utf-16-be"), _WIDE, 1),
            ("string_utf16LE_no_BOM", '["é"]'.encode("utf-16-le"), _WIDE, 1),
            ("string_UTF-8_invalid_sequence", b'["\xd0\x9c\xd0\xb5\xfa"]', _UTF_8, 5),
            ("string_UTF8_surrogate_U+D800", b'["\xed\xa0\x80"]', _UTF_8, 3),
            ("string_invalid_utf-8", b'["\xff"]', _UTF_8, 3),
            ("string_iso_latin_1", b'["\xe9"]', _UTF_8, 3),
            ("string_lone_utf8_continuation_byte", b'["\x81"]', _UTF_8, 3),
            ("string_not_in_unicode_range", b'["\xf4\xbf\xbf\xbf"]', _UTF_8, 3),
            ("string_overlong_sequence_2_bytes", b'["\xc0\xaf"]', _UTF_8, 3),
            (
                "string_overlong_sequence_6_bytes",
                b'["\xfc\x83\xbf\xbf\xbf\xbf"]',
                _UTF_8,
                3,
            ),
            (
                "string_overlong_sequence_6_bytes_null",
                b'["\xfc\x80\x80\x80\x80\x80"]',
                _UTF_8,
                3,
            ),
            ("string_truncated-utf-8", b'["\xe0\xff"]', _UTF_8, 3),
        )
    ),
    decided(
        "structure_UTF-8_BOM_empty_object",
        b"\xef\xbb\xbf{}",
        "RFC 8259 forbids to write one, and `seedc check --fix` removes it",
        "byte-order-mark",
        1,
    ),
)
