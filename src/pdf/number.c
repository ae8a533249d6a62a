#include "pdf/number.h"
#include <string.h>

/* Two digits at a time, from the last to the first. */
static char *put_unsigned(char *at, uint64_t value) {
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    char digits[NUMBER_ROOM], *first = digits + NUMBER_ROOM;
    for (; value >= 10; value /= 100)
        first = memcpy(first - 2, pairs + value % 100 * 2, 2);
    if (value || first == digits + NUMBER_ROOM)
        *--first = (char)('0' + value);
    size_t count = (size_t)(digits + NUMBER_ROOM - first);
    return (char *)memcpy(at, first, count) + count;
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

static char *number_put_milli(char *at, int64_t thousandths) {
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

void number_padded(struct buffer *out, int64_t integer, unsigned width) {
    char digits[NUMBER_ROOM];
    size_t length = (size_t)(number_put(digits, integer) - digits);
    if (width > length)
        buffer_spaces(out, width - length);
    buffer_bytes(out, digits, length);
}

unsigned number_digits(uint64_t integer) {
    unsigned digits = 1;
    while (integer /= 10)
        digits++;
    return digits;
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
