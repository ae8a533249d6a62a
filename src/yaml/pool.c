#include "yaml/pool.h"
#include <string.h>

enum { FIRST_SLOTS = 64, CHARACTER_BLOCK = 8192 };

struct pooled {
    const char *at; /* NULL: free */
    uint32_t length, hash;
};

static struct pooled *slot_find(const struct pool *pool, struct str bytes, uint32_t hash) {
    size_t mask = pool->slot_count - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        struct pooled *slot = &pool->slots[i];
        if (!slot->at || (slot->hash == hash && slot->length == bytes.length &&
                          memcmp(slot->at, bytes.at, bytes.length) == 0))
            return slot;
    }
}

static void slots_double(struct pool *pool) {
    struct pool old = *pool;
    pool->slot_count = old.slot_count ? old.slot_count * 2 : FIRST_SLOTS;
    pool->slots = arena_make(pool->scratch, struct pooled, pool->slot_count);
    for (size_t i = 0; i < old.slot_count; i++) {
        const struct pooled *slot = &old.slots[i];
        if (slot->at)
            *slot_find(pool, (struct str){slot->at, slot->length}, slot->hash) = *slot;
    }
}

enum kind { STRING, ARRAY_OF_STRUCTS };

/* The slot of equal bytes of the kind, which its hash ends in; where it is free the caller puts a
 * copy there. */
static struct pooled *slot_of(struct pool *pool, struct str bytes, enum kind kind) {
    if (pool->count * 4 >= pool->slot_count * 3)
        slots_double(pool);
    uint32_t hash = (uint32_t)str_hash(bytes) << 1 | kind;
    struct pooled *slot = slot_find(pool, bytes, hash);
    if (!slot->at) {
        slot->length = (uint32_t)bytes.length;
        slot->hash = hash;
        pool->count++;
    }
    return slot;
}

struct str pool_lone(struct pool *pool, struct str s) {
    if (s.length >= CHARACTER_BLOCK / 4)
        return str_copy(pool->arena, s);
    if (pool->characters_left <= s.length) {
        pool->characters = arena_alloc(pool->arena, CHARACTER_BLOCK);
        pool->characters_left = CHARACTER_BLOCK;
    }
    char *copy = pool->characters;
    if (s.length)
        memcpy(copy, s.at, s.length);
    pool->characters += s.length + 1;
    pool->characters_left -= s.length + 1;
    return (struct str){copy, s.length};
}

/* What is too long for a slot stands alone. */
struct str pool_str(struct pool *pool, struct str s) {
    if (s.length == 0)
        return STR("");
    if (s.length > UINT32_MAX)
        return pool_lone(pool, s);
    struct pooled *slot = slot_of(pool, s, STRING);
    if (!slot->at)
        slot->at = pool_lone(pool, s).at;
    return (struct str){slot->at, s.length};
}

const void *pool_array(struct pool *pool, const void *at, size_t size) {
    struct pooled *slot = slot_of(pool, (struct str){at, size}, ARRAY_OF_STRUCTS);
    if (!slot->at) {
        char *copy = arena_alloc(pool->arena, size);
        memcpy(copy, at, size);
        slot->at = copy;
    }
    return slot->at;
}

void pool_forget(struct pool *pool) {
    pool->slots = NULL;
    pool->slot_count = pool->count = 0;
}
