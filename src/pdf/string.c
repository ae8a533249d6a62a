#include "pdf/string.h"
#include <string.h>

char *string_byte(char *at, unsigned char byte) {
    if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
        *at++ = '\\';
    *at++ = byte == '\r' ? 'r' : (char)byte;
    return at;
}

void string_bytes(struct buffer *out, struct str bytes) {
    buffer_need(out, STRING_BYTE_ROOM * bytes.length + 2);
    char *at = out->at + out->length;
    *at++ = '(';
    for (size_t i = 0; i < bytes.length; i++)
        at = string_byte(at, (unsigned char)bytes.at[i]);
    *at++ = ')';
    out->length = (size_t)(at - out->at);
}

void string_name(struct buffer *out, struct str bytes) {
    buffer_text(out, "/");
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char byte = (unsigned char)bytes.at[i];
        bool plain = byte > ' ' && byte < 127 && !strchr("#()<>[]{}/%", byte);
        if (plain)
            buffer_bytes(out, &byte, 1);
        else
            buffer_print(out, "#%02X", byte);
    }
}

static bool is_ascii(struct str s) {
    for (size_t i = 0; i < s.length; i++)
        if ((unsigned char)s.at[i] > 126)
            return false;
    return true;
}

/* One or two code units (Unicode 15, 3.9, D91). */
static size_t utf16(uint32_t code_point, uint16_t units[2]) {
    if (code_point < 0x10000) {
        units[0] = (uint16_t)code_point;
        return 1;
    }
    code_point -= 0x10000;
    units[0] = (uint16_t)(0xD800 + (code_point >> 10));
    units[1] = (uint16_t)(0xDC00 + (code_point & 0x3FF));
    return 2;
}

void string_text(struct buffer *out, struct str utf8) {
    if (is_ascii(utf8)) {
        string_bytes(out, utf8);
        return;
    }
    /* Each byte of UTF-8 gives two of UTF-16 at most. */
    buffer_need(out, 2 * STRING_BYTE_ROOM * utf8.length + 4);
    char *put = out->at + out->length;
    put = (char *)memcpy(put, "(\xFE\xFF", 3) + 3;
    for (const char *at = utf8.at, *end = at + utf8.length; at < end;) {
        uint16_t units[2];
        size_t count = utf16(utf8_next(&at, end), units);
        for (size_t i = 0; i < count; i++) {
            put = string_byte(put, (unsigned char)(units[i] >> 8));
            put = string_byte(put, (unsigned char)units[i]);
        }
    }
    *put++ = ')';
    out->length = (size_t)(put - out->at);
}

void string_utf16_hex(struct buffer *out, struct str utf8) {
    for (const char *at = utf8.at, *end = at + utf8.length; at < end;) {
        uint16_t units[2];
        size_t count = utf16(utf8_next(&at, end), units);
        for (size_t i = 0; i < count; i++)
            buffer_print(out, "%04X", (unsigned)units[i]);
    }
}
