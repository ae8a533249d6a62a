#include "yaml/lines.h"
#include <string.h>

/* Bytes of the line break at `at`, 0 when there is none (YAML 1.1, 5.4: CR LF, LF, CR, NEL, LS,
 * PS). */
static size_t line_break(const char *at, const char *end) {
    const unsigned char *bytes = (const unsigned char *)at;
    size_t left = (size_t)(end - at);
    if (left == 0)
        return 0;
    if (bytes[0] == '\n')
        return 1;
    if (bytes[0] == '\r')
        return left > 1 && bytes[1] == '\n' ? 2 : 1;
    if (bytes[0] == 0xC2 && left > 1 && bytes[1] == 0x85)
        return 2;
    if (bytes[0] == 0xE2 && left > 2 && bytes[1] == 0x80 && (bytes[2] == 0xA8 || bytes[2] == 0xA9))
        return 3;
    return 0;
}

/* The first line of `source`, without its break; `source` goes on behind the break. */
static struct str line_next(struct str *source) {
    const char *at = source->at, *end = at + source->length;
    size_t broken = 0;
    while (at < end && (broken = line_break(at, end)) == 0)
        at++;
    struct str line = {source->at, (size_t)(at - source->at)};
    *source = str_part(*source, line.length + broken, SIZE_MAX);
    return line;
}

struct str lines_skip(struct str source, size_t count) {
    while (count-- && source.length)
        line_next(&source);
    return source;
}

static size_t leading_spaces(struct str s) {
    size_t count = 0;
    while (count < s.length && s.at[count] == ' ')
        count++;
    return count;
}

/* The indentation follows from the first line with content: what it has more than the text has. */
static size_t indentation(struct str source, struct str text) {
    while (text.length && line_break(text.at, text.at + text.length))
        text = str_part(text, line_break(text.at, text.at + text.length), SIZE_MAX);
    while (source.length) {
        struct str line = line_next(&source);
        size_t spaces = leading_spaces(line), kept = leading_spaces(text);
        if (spaces < line.length)
            return spaces > kept ? spaces - kept : 0;
    }
    return 0;
}

/* Where `content` stands in `text` at or behind `at`, over white space alone; SIZE_MAX if it does
 * not. */
static size_t content_find(struct str text, size_t at, struct str content) {
    for (;;) {
        if (str_starts(str_part(text, at, SIZE_MAX), content))
            return at;
        if (at >= text.length)
            return SIZE_MAX;
        size_t broken = line_break(text.at + at, text.at + text.length);
        if (broken == 0 && text.at[at] != ' ')
            return SIZE_MAX;
        at += broken ? broken : 1;
    }
}

const struct node_lines *node_lines_new(struct arena *arena, struct str source, uint32_t first,
                                        size_t most, struct str text) {
    struct node_lines *lines = arena_alloc(arena, sizeof *lines + most * sizeof *lines->starts);
    size_t at = 0, indent = indentation(source, text);
    lines->first = first;
    lines->indent = (uint32_t)indent;
    while (lines->count < most && source.length && at < text.length) {
        struct str line = line_next(&source);
        size_t spaces = leading_spaces(line);
        struct str content = str_part(line, spaces < indent ? spaces : indent, SIZE_MAX);
        size_t found = content.length ? content_find(text, at, content) : at;
        if (found == SIZE_MAX)
            break;
        lines->starts[lines->count++] = (uint32_t)found;
        at = found + content.length;
    }
    return lines;
}

const struct node_lines *node_lines_keep(const struct node_lines *lines, struct arena *arena) {
    if (!lines)
        return NULL;
    size_t size = sizeof *lines + lines->count * sizeof *lines->starts;
    return memcpy(arena_alloc(arena, size), lines, size);
}

static uint32_t code_points(struct str s) {
    uint32_t count = 0;
    for (size_t i = 0; i < s.length; i++)
        count += ((unsigned char)s.at[i] & 0xC0) != 0x80;
    return count;
}

struct span span_of_offset(const char *file, struct str bytes, size_t offset) {
    struct str rest = str_part(bytes, 0, offset);
    struct span span = {file, 1, 1};
    for (;;) {
        struct str line = line_next(&rest);
        const char *behind = line.at + line.length;
        if (line_break(behind, bytes.at + (offset < bytes.length ? offset : bytes.length)) == 0) {
            span.column += code_points(line);
            return span;
        }
        span.line++;
    }
}
