/* Strings that repeat, as names of regions and ranks do, held once. */
#ifndef YAML_POOL_H
#define YAML_POOL_H

#include "base/arena.h"
#include "base/str.h"

/* {.arena = …, .scratch = …} is an empty one. The arena owns what it holds; the other, which may be
 * the same, how it is found again. */
struct pool {
    struct arena *arena, *scratch;
    struct pooled *slots; /* open addressing, a power of two */
    size_t count, slot_count;
    char *characters; /* room for short strings */
    size_t characters_left;
};

/* A copy, zero-terminated: one for all strings that are equal. */
struct str pool_str(struct pool *pool, struct str s);
/* A copy of what is likely to stand once. */
struct str pool_lone(struct pool *pool, struct str s);
/* One copy for all arrays whose bytes are equal, aligned for any type. */
const void *pool_array(struct pool *pool, const void *at, size_t size);
/* To begin anew with a fresh scratch: what was kept stays, but is not found again. */
void pool_forget(struct pool *pool);

#endif
