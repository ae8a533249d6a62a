#include "pdf/number.h"
#include <string.h>

/* From the last digit, two at a time, to before `end`; where the first one stands. */
static char *put_before(char *end, uint64_t value) {
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    for (; value >= 100; value /= 100)
        end = memcpy(end - 2, pairs + value % 100 * 2, 2);
    if (value >= 10)
        return memcpy(end - 2, pairs + value * 2, 2);
    *--end = (char)('0' + value);
    return end;
}

static char *put_unsigned(char *at, uint64_t value) {
    char *end = at + number_digits(value);
    put_before(end, value);
    return end;
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
    if (rest < 100)
        *at++ = '0';
    if (rest < 10)
        *at++ = '0';
    while (rest % 10 == 0)
        rest /= 10;
    return put_unsigned(at, rest);
}

void number_integer(struct buffer *out, int64_t integer) {
    buffer_need(out, NUMBER_ROOM);
    out->length = (size_t)(number_put(out->at + out->length, integer) - out->at);
}

void number_padded(struct buffer *out, uint64_t integer, unsigned width) {
    unsigned digits = number_digits(integer), room = digits > width ? digits : width;
    buffer_need(out, room);
    char *at = out->at + out->length, *first = put_before(at + room, integer);
    while (first > at)
        *--first = ' ';
    out->length += room;
}

void number_reference(struct buffer *out, uint32_t object, unsigned width) {
    number_padded(out, object, width);
    buffer_text(out, " 0 R ");
}

unsigned number_digits(uint64_t integer) {
    unsigned digits = 1;
    for (; integer >= 1000; integer /= 1000)
        digits += 3;
    return digits + (integer >= 10) + (integer >= 100);
}

void number_milli(struct buffer *out, int64_t thousandths) {
    buffer_need(out, NUMBER_ROOM);
    out->length = (size_t)(number_put_milli(out->at + out->length, thousandths) - out->at);
}

void number_millis(struct buffer *out, const int64_t *thousandths, size_t count) {
    buffer_need(out, count * (NUMBER_ROOM + 1));
    char *at = out->at + out->length;
    for (size_t i = 0; i < count; i++) {
        if (i)
            *at++ = ' ';
        at = number_put_milli(at, thousandths[i]);
    }
    out->length = (size_t)(at - out->at);
}
