#include "pdf/number.h"
#include <string.h>

static char *put_unsigned(char *at, uint64_t value) {
    char digits[NUMBER_ROOM];
    size_t count = 0;
    do {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    while (count)
        *at++ = digits[--count];
    return at;
}

static char *put_sign(char *at, int64_t value, uint64_t *magnitude) {
    *magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    if (value < 0)
        *at++ = '-';
    return at;
}

char *number_put(char *at, int64_t integer) {
    uint64_t magnitude;
    at = put_sign(at, integer, &magnitude);
    return put_unsigned(at, magnitude);
}

char *number_put_milli(char *at, int64_t thousandths) {
    uint64_t magnitude;
    at = put_sign(at, thousandths, &magnitude);
    uint64_t whole = magnitude / 1000, rest = magnitude % 1000;
    if (whole || rest == 0)
        at = put_unsigned(at, whole);
    if (rest == 0)
        return at;
    *at++ = '.';
    for (uint64_t unit = 100; rest; unit /= 10) {
        *at++ = (char)('0' + rest / unit);
        rest %= unit;
    }
    return at;
}

void number_integer(struct buffer *out, int64_t integer) {
    buffer_need(out, NUMBER_ROOM);
    out->length = (size_t)(number_put(out->at + out->length, integer) - out->at);
}

void number_milli(struct buffer *out, int64_t thousandths) {
    buffer_need(out, NUMBER_ROOM);
    out->length = (size_t)(number_put_milli(out->at + out->length, thousandths) - out->at);
}

void number_millis(struct buffer *out, const int64_t *thousandths, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (i)
            buffer_bytes(out, " ", 1);
        number_milli(out, thousandths[i]);
    }
}
