/* UTF-8 by the table of well-formed sequences (Unicode 15, 3.9, table 3-7). */
#include "base/str.h"
#include <string.h>

struct sequence {
    uint8_t length;       /* 0: no sequence begins with this byte */
    uint8_t lower, upper; /* what the second byte may be */
};

static struct sequence sequence_of(uint8_t lead) {
    if (lead < 0x80)
        return (struct sequence){1, 0, 0};
    if (lead < 0xC2)
        return (struct sequence){0, 0, 0};
    if (lead < 0xE0)
        return (struct sequence){2, 0x80, 0xBF};
    if (lead < 0xF0)
        return (struct sequence){3, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF};
    if (lead < 0xF5)
        return (struct sequence){4, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF};
    return (struct sequence){0, 0, 0};
}

/* Bytes of the sequence at `at` that are as they should be: all of it, or a maximal subpart. */
static size_t good_bytes(const uint8_t *at, size_t left, struct sequence sequence) {
    if (sequence.length == 0)
        return 0;
    size_t good = 1;
    while (good < sequence.length && good < left) {
        uint8_t lower = good == 1 ? sequence.lower : 0x80;
        uint8_t upper = good == 1 ? sequence.upper : 0xBF;
        if (at[good] < lower || at[good] > upper)
            break;
        good++;
    }
    return good;
}

uint32_t utf8_next(const char **at, const char *end) {
    const uint8_t *bytes = (const uint8_t *)*at;
    if (bytes[0] < 0x80) {
        *at += 1;
        return bytes[0];
    }
    struct sequence sequence = sequence_of(bytes[0]);
    size_t good = good_bytes(bytes, (size_t)(end - *at), sequence);
    *at += good ? good : 1;
    if (good == 0 || good < sequence.length)
        return 0xFFFD;
    uint32_t code_point = bytes[0] & (0x7Fu >> sequence.length);
    for (size_t i = 1; i < good; i++)
        code_point = code_point << 6 | (bytes[i] & 0x3F);
    return code_point;
}

size_t utf8_write(char out[4], uint32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        code_point = 0xFFFD;
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    size_t length = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    static const uint8_t marks[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length - 1; i > 0; i--, code_point >>= 6)
        out[i] = (char)(0x80 | (code_point & 0x3F));
    out[0] = (char)(marks[length] | code_point);
    return length;
}

static bool eight_ascii(const char *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return (word & 0x8080808080808080u) == 0;
}

size_t utf8_fault(struct str s) {
    for (size_t i = 0; i < s.length;) {
        if (s.length - i >= 8 && eight_ascii(s.at + i)) {
            i += 8;
            continue;
        }
        const uint8_t *bytes = (const uint8_t *)s.at + i;
        struct sequence sequence = sequence_of(bytes[0]);
        size_t good = good_bytes(bytes, s.length - i, sequence);
        if (good == 0 || good < sequence.length)
            return i;
        i += good;
    }
    return SIZE_MAX;
}
