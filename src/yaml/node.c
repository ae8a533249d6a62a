#include "yaml/node.h"
#include "yaml/lines.h"

const struct node *node_find(const struct node *mapping, struct str key) {
    if (!mapping || mapping->kind != NODE_MAPPING)
        return NULL;
    for (const struct node *child = mapping->first; child; child = child->next)
        if (str_equal(child->key, key))
            return child;
    return NULL;
}

const struct node *node_keep(const struct node *scalar, struct arena *arena) {
    struct node *kept = arena_make(arena, struct node, 1);
    *kept = (struct node){.kind = scalar->kind,
                          .plain = scalar->plain,
                          .span = scalar->span,
                          .text = str_copy(arena, scalar->text),
                          .lines = node_lines_keep(scalar->lines, arena)};
    return kept;
}

/* The last line that begins at or before `offset`. */
static uint32_t line_at(const struct node_lines *lines, size_t offset) {
    uint32_t low = 0, high = lines->count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (lines->starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct span node_place(const struct node *scalar, size_t offset) {
    const struct node_lines *lines = scalar->lines;
    if (!lines || lines->count == 0 || offset < lines->starts[0])
        return scalar->span;
    uint32_t line = line_at(lines, offset);
    struct str before = str_part(scalar->text, lines->starts[line], offset - lines->starts[line]);
    struct span span = {scalar->span.file, lines->first + line, lines->indent + 1};
    for (const char *at = before.at, *end = at + before.length; at < end; span.column++)
        utf8_next(&at, end);
    return span;
}
