#include "yaml/rules.h"
#include <string.h>

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_figure(char c) {
    return c >= '0' && c <= '9';
}

static bool is_id(char c) {
    return (c >= 'a' && c <= 'z') || is_figure(c);
}

bool rule_id(struct str s) {
    for (size_t i = 0; i < s.length; i++)
        if (!is_id(s.at[i]) && s.at[i] != '-')
            return false;
    return s.length && s.at[0] != '-' && s.at[s.length - 1] != '-';
}

struct str rule_id_near(struct arena *arena, struct str s) {
    char *id = arena_alloc(arena, s.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < s.length; i++) {
        char c = s.at[i] >= 'A' && s.at[i] <= 'Z' ? (char)(s.at[i] + 32) : s.at[i];
        if (is_id(c))
            id[length++] = c;
        else if (length && id[length - 1] != '-')
            id[length++] = '-';
    }
    while (length && id[length - 1] == '-')
        id[--length] = 0;
    return (struct str){id, length};
}

static bool all(struct str s, bool (*good)(char)) {
    for (size_t i = 0; i < s.length; i++)
        if (!good(s.at[i]))
            return false;
    return true;
}

static bool is_alphanumeric(char c) {
    return is_letter(c) || is_figure(c);
}

/* The part before the next `separator`; `rest` goes on behind it, at NULL after the last part. */
static struct str part_next(struct str *rest, struct str separator) {
    size_t end = str_find(*rest, separator);
    struct str part = str_part(*rest, 0, end);
    *rest = end == SIZE_MAX ? (struct str){0} : str_part(*rest, end + separator.length, SIZE_MAX);
    return part;
}

bool rule_language(struct str s) {
    struct str rest = s, part = part_next(&rest, STR("-"));
    if (part.length < 2 || part.length > 3 || !all(part, is_letter))
        return false;
    while (rest.at) {
        part = part_next(&rest, STR("-"));
        if (part.length < 1 || part.length > 8 || !all(part, is_alphanumeric))
            return false;
    }
    return true;
}

static bool has_white_space(struct str s) {
    for (const char *at = s.at, *end = at + s.length; at < end;) {
        if (*at > ' ' && *at < 0x7F) {
            at++;
            continue;
        }
        uint32_t c = utf8_next(&at, end);
        if (c <= ' ' || c == 0x7F || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F)
            return true;
    }
    return false;
}

/* Letters beyond ASCII are let pass: internationalised names are in use (RFC 6531, RFC 5890). */
static bool is_host(char c) {
    return is_alphanumeric(c) || c == '-' || (unsigned char)c >= 0x80;
}

static bool host_with_dot(struct str host) {
    size_t labels = 0;
    for (struct str rest = host; rest.at; labels++) {
        struct str label = part_next(&rest, STR("."));
        if (label.length == 0 || label.length > 63 || !all(label, is_host))
            return false;
        if (label.at[0] == '-' || label.at[label.length - 1] == '-')
            return false;
    }
    return labels > 1;
}

static bool is_atom(char c) {
    return is_alphanumeric(c) || (unsigned char)c >= 0x80 ||
           (c && strchr("!#$%&'*+-/=?^_`{|}~.", c) != NULL);
}

bool rule_email(struct str s) {
    size_t at = str_find(s, STR("@"));
    if (at == SIZE_MAX || at == 0 || at > 64 || has_white_space(s))
        return false;
    struct str local = str_part(s, 0, at);
    bool dots = str_starts(local, STR(".")) || str_ends(local, STR(".")) ||
                str_find(local, STR("..")) != SIZE_MAX;
    return !dots && all(local, is_atom) && host_with_dot(str_part(s, at + 1, SIZE_MAX));
}

/* The host of what follows the scheme: up to the port, path, query or fragment. */
static struct str host_of(struct str s) {
    size_t end = 0;
    while (end < s.length && !strchr("/?#:", s.at[end]))
        end++;
    return str_part(s, 0, end);
}

bool rule_url(struct str s) {
    if (has_white_space(s))
        return false;
    if (str_starts(s, STR("https://")))
        return host_with_dot(host_of(str_part(s, 8, SIZE_MAX)));
    if (str_starts(s, STR("http://")))
        return host_with_dot(host_of(str_part(s, 7, SIZE_MAX)));
    return str_starts(s, STR("www.")) && host_with_dot(host_of(str_part(s, 4, SIZE_MAX)));
}

bool rule_integer(struct str s, int64_t *out) {
    bool negative = str_starts(s, STR("-"));
    if (negative || str_starts(s, STR("+")))
        s = str_part(s, 1, SIZE_MAX);
    if (s.length == 0 || s.length > 18 || !all(s, is_figure))
        return false;
    int64_t value = 0;
    for (size_t i = 0; i < s.length; i++)
        value = value * 10 + (s.at[i] - '0');
    *out = negative ? -value : value;
    return true;
}

bool rule_boolean(struct str s, bool *out) {
    *out = str_equal(s, STR("true")) || str_equal(s, STR("yes"));
    return *out || str_equal(s, STR("false")) || str_equal(s, STR("no"));
}

static int hexadecimal(char c) {
    if (is_figure(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static uint8_t percent(int part, int whole) {
    int result = whole ? (part * 100 + whole / 2) / whole : 0;
    return (uint8_t)(result & 0x7F); /* at most 100, which the compiler cannot know */
}

/* Full grey component replacement: what is common to the three inks is printed as black. */
static void inks(struct colour *colour) {
    int lightest = colour->red > colour->green ? colour->red : colour->green;
    lightest = lightest > colour->blue ? lightest : colour->blue;
    colour->key = percent(255 - lightest, 255);
    colour->cyan = percent(lightest - colour->red, lightest);
    colour->magenta = percent(lightest - colour->green, lightest);
    colour->yellow = percent(lightest - colour->blue, lightest);
}

bool rule_colour(struct str s, struct colour *out) {
    if (s.length != 7 || s.at[0] != '#')
        return false;
    uint8_t bytes[3];
    for (size_t i = 0; i < 3; i++) {
        int high = hexadecimal(s.at[1 + 2 * i]), low = hexadecimal(s.at[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        bytes[i] = (uint8_t)(high * 16 + low);
    }
    *out = (struct colour){.red = bytes[0], .green = bytes[1], .blue = bytes[2]};
    inks(out);
    return true;
}
