/* Numbers as PDF writes them (ISO 32000-1, 7.3.3), by our own integer arithmetic: no locale, no
 * floating point, the same digits everywhere. */
#ifndef PDF_NUMBER_H
#define PDF_NUMBER_H

#include "base/length.h"
#include "base/str.h"

/* Room that number_put needs at most. */
enum { NUMBER_ROOM = 24 };

/* Thousandths of a point, rounded to nearest: the precision of every length in the file. */
static inline int64_t milli(sp length) {
    return (length * 1000 + 32768) >> 16;
}

/* The quotient rounded to nearest, half away from zero; `denominator` is positive. */
static inline int64_t divide_round(int64_t numerator, int64_t denominator) {
    int64_t half = numerator < 0 ? -(denominator / 2) : denominator / 2;
    return (numerator + half) / denominator;
}

/* Writes digits at `at` and returns where they end. */
char *number_put(char *at, int64_t integer);

void number_integer(struct buffer *out, int64_t integer);
/* With spaces before it, so that it takes `width` bytes at least. */
void number_padded(struct buffer *out, uint64_t integer, unsigned width);
/* A reference to an object and a space after it, the number padded. */
void number_reference(struct buffer *out, uint32_t object, unsigned width);
/* How many digits it takes. */
unsigned number_digits(uint64_t integer);
/* Thousandths have at most three decimals, no trailing zeros and no zero before the point. */
void number_milli(struct buffer *out, int64_t thousandths);
/* Several, with spaces between them. */
void number_millis(struct buffer *out, const int64_t *thousandths, size_t count);

#endif
