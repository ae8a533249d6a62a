/* Strings with a length: UTF-8 unless said otherwise, never owned by the struct itself. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
    const char *at;
    size_t length;
};

#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
/* For printf's "%.*s". */
#define STR_ARGS(s) (int)(s).length, (s).at

struct str str_from(const char *zero_terminated); /* NULL gives the empty string */
bool str_equal(struct str a, struct str b);
int str_compare(struct str a, struct str b); /* by bytes, like strcmp */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
/* The part from `from` of at most `length` bytes; both are clamped. */
struct str str_part(struct str s, size_t from, size_t length);
struct str str_trim(struct str s); /* without ASCII white space at both ends */
/* Where `needle` first stands, or SIZE_MAX. */
size_t str_find(struct str s, struct str needle);
uint64_t str_hash(struct str s);
/* Edit distance (insert, delete, replace, swap of neighbours; Damerau 1964), cut off at `limit`. */
size_t str_distance(struct str a, struct str b, size_t limit);

/* Copies are zero-terminated after their length. */
struct str str_copy(struct arena *arena, struct str s);
/* str_join(arena, a, b, c): all of them, one behind the other. */
struct str str_join_all(struct arena *arena, const struct str *parts, size_t count);
#define str_join(arena, ...)                                                                       \
    str_join_all((arena), (const struct str[]){__VA_ARGS__},                                       \
                 sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))
struct str str_print(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Every `from` replaced by `to`. */
struct str str_replace(struct arena *arena, struct str s, struct str from, struct str to);

/* Decodes the code point at *at (before `end`) and moves *at past it. Ill-formed bytes give U+FFFD,
 * one a maximal subpart (Unicode 15, 3.9, D93b). */
uint32_t utf8_next(const char **at, const char *end);
/* Writes 1 to 4 bytes, returns how many. */
size_t utf8_write(char out[4], uint32_t code_point);
/* Offset of the first ill-formed byte, or SIZE_MAX when all of it is well-formed. */
size_t utf8_fault(struct str s);

/* A growing byte buffer on malloc, for output that is made once and passed on. */
struct buffer {
    char *at;
    size_t length, capacity;
};
void buffer_free(struct buffer *buffer);
void buffer_grow(struct buffer *buffer, size_t extra); /* behind buffer_need */

/* Room for `extra` bytes more. */
static inline void buffer_need(struct buffer *buffer, size_t extra) {
    if (buffer->capacity - buffer->length < extra)
        buffer_grow(buffer, extra);
}

static inline void buffer_bytes(struct buffer *buffer, const void *bytes, size_t length) {
    if (length == 0)
        return;
    buffer_need(buffer, length);
    memcpy(buffer->at + buffer->length, bytes, length);
    buffer->length += length;
}

static inline void buffer_str(struct buffer *buffer, struct str s) {
    buffer_bytes(buffer, s.at, s.length);
}

static inline void buffer_text(struct buffer *buffer, const char *zero_terminated) {
    buffer_bytes(buffer, zero_terminated, strlen(zero_terminated));
}

void buffer_spaces(struct buffer *buffer, size_t count);
void buffer_print(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct str buffer_view(const struct buffer *buffer); /* valid until the next append */

#endif
