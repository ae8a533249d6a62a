#include "base/str.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct str str_from(const char *zero_terminated) {
    if (!zero_terminated)
        return STR("");
    return (struct str){zero_terminated, strlen(zero_terminated)};
}

bool str_equal(struct str a, struct str b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

int str_compare(struct str a, struct str b) {
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.at, b.at, shorter) : 0;
    if (order)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

bool str_starts(struct str s, struct str prefix) {
    return s.length >= prefix.length && str_equal(str_part(s, 0, prefix.length), prefix);
}

bool str_ends(struct str s, struct str suffix) {
    return s.length >= suffix.length &&
           str_equal(str_part(s, s.length - suffix.length, suffix.length), suffix);
}

struct str str_part(struct str s, size_t from, size_t length) {
    if (!s.at)
        return s;
    if (from > s.length)
        from = s.length;
    if (length > s.length - from)
        length = s.length - from;
    return (struct str){s.at + from, length};
}

static bool is_white(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s) {
    while (s.length && is_white(s.at[0]))
        s.at++, s.length--;
    while (s.length && is_white(s.at[s.length - 1]))
        s.length--;
    return s;
}

size_t str_find(struct str s, struct str needle) {
    if (needle.length == 0)
        return 0;
    if (s.length < needle.length)
        return SIZE_MAX;
    const char *found = memmem(s.at, s.length, needle.at, needle.length);
    return found ? (size_t)(found - s.at) : SIZE_MAX;
}

static uint64_t word_at(const char *at, size_t size) {
    uint64_t word = 0;
    memcpy(&word, at, size);
    return word;
}

/* The last bytes of what is `length` long, fewer than eight, behind whole words: cut out of loads
 * of fixed sizes, which overlap. */
static uint64_t rest_of(const char *at, size_t length) {
    size_t rest = length % 8;
    if (rest == 0)
        return 0;
    if (length > 8)
        return word_at(at + length - 8, 8) >> (64 - 8 * rest);
    if (rest >= 4)
        return word_at(at, 4) | word_at(at + rest - 4, 4) << (8 * rest - 32);
    return word_at(at, 1) | word_at(at + rest / 2, 1) << (rest / 2 * 8) |
           word_at(at + rest - 1, 1) << (8 * rest - 8);
}

/* Eight bytes a step, each mixed by a multiplication and a fold of the high half; the constant is
 * 2^64 over the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
uint64_t str_hash(struct str s) {
    const uint64_t golden = 0x9E3779B97F4A7C15u;
    uint64_t hash = (uint64_t)s.length * golden;
    size_t i = 0;
    for (; i + 8 <= s.length; i += 8) {
        hash = (hash ^ word_at(s.at + i, 8)) * golden;
        hash ^= hash >> 32;
    }
    hash = (hash ^ rest_of(s.at, s.length)) * golden;
    hash ^= hash >> 29;
    hash *= golden;
    return hash ^ hash >> 32;
}

struct str str_copy(struct arena *arena, struct str s) {
    char *copy = arena_alloc(arena, s.length + 1);
    if (s.length)
        memcpy(copy, s.at, s.length);
    return (struct str){copy, s.length};
}

struct str str_join_all(struct arena *arena, const struct str *parts, size_t count) {
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += parts[i].length;
    char *joined = arena_alloc(arena, length + 1), *end = joined;
    for (size_t i = 0; i < count; i++) {
        if (parts[i].length)
            memcpy(end, parts[i].at, parts[i].length);
        end += parts[i].length;
    }
    return (struct str){joined, length};
}

struct str str_print(struct arena *arena, const char *format, ...) {
    char shortly[256];
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(shortly, sizeof shortly, format, arguments);
    va_end(arguments);
    struct str result = STR("");
    if (length >= 0 && (size_t)length < sizeof shortly) {
        result = str_copy(arena, (struct str){shortly, (size_t)length});
    } else if (length >= 0) {
        char *at = arena_alloc(arena, (size_t)length + 1);
        vsnprintf(at, (size_t)length + 1, format, again);
        result = (struct str){at, (size_t)length};
    }
    va_end(again);
    return result;
}

static size_t count_of(struct str s, struct str needle) {
    size_t count = 0;
    for (size_t at = 0, next; needle.length; at += next + needle.length, count++) {
        next = str_find(str_part(s, at, SIZE_MAX), needle);
        if (next == SIZE_MAX)
            break;
    }
    return count;
}

struct str str_replace(struct arena *arena, struct str s, struct str from, struct str to) {
    size_t count = count_of(s, from);
    size_t length = s.length - count * from.length + count * to.length;
    char *result = arena_alloc(arena, length + 1), *out = result;
    struct str rest = s;
    for (; count; count--) {
        size_t next = str_find(rest, from);
        memcpy(out, rest.at, next);
        out += next;
        if (to.length)
            memcpy(out, to.at, to.length);
        out += to.length;
        rest = str_part(rest, next + from.length, SIZE_MAX);
    }
    if (rest.length)
        memcpy(out, rest.at, rest.length);
    return (struct str){result, length};
}
