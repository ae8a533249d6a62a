/* Where the lines of a block scalar stand in its file; line breaks are those of YAML 1.1. */
#ifndef YAML_LINES_H
#define YAML_LINES_H

#include "base/arena.h"
#include "base/span.h"
#include "base/str.h"

/* Source line `first + i` begins, behind its indentation, at byte starts[i] of the scalar's text.
 */
struct node_lines {
    uint32_t first; /* counted from 1 */
    uint32_t count;
    uint32_t indent; /* columns */
    uint32_t starts[];
};

/* The rest of `source` behind `count` line breaks. */
struct str lines_skip(struct str source, size_t count);

/* Matches the lines of `source`, which begins with line number `first` just below the scalar's
 * header, with the scalar's text: folding only drops or turns breaks, so each line's content is
 * found again behind white space. Lines after `most` are not looked at. */
const struct node_lines *node_lines_new(struct arena *arena, struct str source, uint32_t first,
                                        size_t most, struct str text);

/* A copy; NULL of NULL. */
const struct node_lines *node_lines_keep(const struct node_lines *lines, struct arena *arena);

/* The place in `bytes` of the byte at `offset`. */
struct span span_of_offset(const char *file, struct str bytes, size_t offset);

#endif
