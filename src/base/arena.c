/* A chain of blocks, newest first. Each block remembers how far it was ever handed out (`dirty`),
 * so that only memory that was rewound must be zeroed again: fresh blocks come zeroed from calloc.
 * Large allocations are mapped one by one: they grow by moving pages, not bytes, leave no old copy
 * behind, and take no memory for the part that is not written yet.
 */
#include "base/arena.h"
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
    FIRST_BLOCK = 16 * 1024,
    LARGEST_BLOCK = 2 * 1024 * 1024, /* a huge page */
    LARGE = 256 * 1024,              /* what is as long as this has a mapping of its own */
    MOST_SPARES = 2,                 /* of these */
    ALIGNMENT = 16
};

/* Of LeakSanitizer, which otherwise looks for pointers in malloc's memory only. */
extern void __lsan_register_root_region(const void *at, size_t size) __attribute__((weak));
extern void __lsan_unregister_root_region(const void *at, size_t size) __attribute__((weak));

struct block {
    struct block *older;
    size_t capacity, used, dirty;
    alignas(ALIGNMENT) char bytes[];
};

struct large {
    struct large *older, *newer;
    uint64_t number; /* in the order of allocation */
    size_t size;     /* of the mapping */
    alignas(ALIGNMENT) char bytes[];
};

struct arena {
    struct block *newest;
    struct large *newest_large;
    uint64_t large_count; /* ever made */
    /* Kept by arena_rewind, so that a loop does not ask for pages anew. */
    struct block *spare;
    struct large *spare_large;
    size_t next_capacity;
};

_Noreturn void memory_exhausted(void) {
    fputs("attache: out of memory\n", stderr);
    abort();
}

void memory_release(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

static size_t aligned(size_t size) {
    if (size > SIZE_MAX / 2)
        memory_exhausted();
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

struct arena *arena_new(void) {
    struct arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        memory_exhausted();
    arena->next_capacity = FIRST_BLOCK;
    return arena;
}

/* ---- mappings ---- */

static void root_add(const void *at, size_t size) {
    if (__lsan_register_root_region)
        __lsan_register_root_region(at, size);
}

static void root_remove(const void *at, size_t size) {
    if (__lsan_unregister_root_region)
        __lsan_unregister_root_region(at, size);
}

/* Huge pages save a fault for each 4 KB; where there are none all goes on without. */
static void *map(size_t size) {
    void *at = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED)
        memory_exhausted();
    if (size >= LARGEST_BLOCK)
        madvise(at, size, MADV_HUGEPAGE);
    root_add(at, size);
    return at;
}

static void unmap(void *at, size_t size) {
    root_remove(at, size);
    munmap(at, size);
}

/* ---- large allocations ---- */

/* A spare mapping of this size, or up to twice as large; NULL when there is none. */
static struct large *large_spare(struct arena *arena, size_t size) {
    struct large **link = &arena->spare_large;
    while (*link && ((*link)->size < size || (*link)->size / 2 > size))
        link = &(*link)->older;
    struct large *large = *link;
    if (!large)
        return NULL;
    *link = large->older;
    large->newer = NULL;
    memset(large->bytes, 0, large->size - sizeof *large);
    return large;
}

static void *large_alloc(struct arena *arena, size_t size) {
    size += sizeof(struct large);
    struct large *large = large_spare(arena, size);
    if (!large) {
        large = map(size);
        large->size = size;
    }
    large->older = arena->newest_large;
    if (large->older)
        large->older->newer = large;
    large->number = ++arena->large_count;
    arena->newest_large = large;
    return large->bytes;
}

/* Wherever it moves to, its place among the others stays. */
static void *large_grow(struct arena *arena, char *old, size_t size) {
    struct large *large = (void *)(old - offsetof(struct large, bytes));
    root_remove(large, large->size);
    size += sizeof *large;
    large = mremap(large, large->size, size, MREMAP_MAYMOVE);
    if (large == MAP_FAILED)
        memory_exhausted();
    large->size = size;
    root_add(large, size);
    if (size >= LARGEST_BLOCK)
        madvise(large, size, MADV_HUGEPAGE);
    if (large->older)
        large->older->newer = large;
    *(large->newer ? &large->newer->older : &arena->newest_large) = large;
    return large->bytes;
}

static void large_drop(struct arena *arena, char *at) {
    struct large *large = (void *)(at - offsetof(struct large, bytes));
    if (large->older)
        large->older->newer = large->newer;
    *(large->newer ? &large->newer->older : &arena->newest_large) = large->older;
    unmap(large, large->size);
}

static void larges_free(struct large *large) {
    while (large) {
        struct large *older = large->older;
        unmap(large, large->size);
        large = older;
    }
}

/* Takes back those that are newer than number `kept`; the first ones made are spared for the next
 * turn of a loop. */
static void larges_rewind(struct arena *arena, uint64_t kept) {
    struct large *large = arena->newest_large, *spare = NULL;
    while (large && large->number > kept) {
        struct large *older = large->older;
        large->older = spare;
        spare = large;
        large = older;
    }
    arena->newest_large = large;
    if (large)
        large->newer = NULL;
    if (!spare)
        return;
    larges_free(arena->spare_large);
    arena->spare_large = spare;
    for (int i = 1; spare && i < MOST_SPARES; i++)
        spare = spare->older;
    if (spare) {
        larges_free(spare->older);
        spare->older = NULL;
    }
}

/* ---- blocks ---- */

/* Blocks of the largest size are mappings. */
static bool is_mapped(size_t capacity) {
    return sizeof(struct block) + capacity == LARGEST_BLOCK;
}

static void block_free(struct block *block) {
    if (is_mapped(block->capacity))
        unmap(block, LARGEST_BLOCK);
    else
        free(block);
}

static void blocks_free(struct block *block) {
    while (block) {
        struct block *older = block->older;
        block_free(block);
        block = older;
    }
}

void arena_free(struct arena *arena) {
    if (!arena)
        return;
    larges_free(arena->newest_large);
    larges_free(arena->spare_large);
    blocks_free(arena->newest);
    blocks_free(arena->spare);
    free(arena);
}

/* A spare block that is large enough, or NULL. */
static struct block *spare_take(struct arena *arena, size_t size) {
    struct block **link = &arena->spare;
    while (*link && (*link)->capacity < size)
        link = &(*link)->older;
    struct block *block = *link;
    if (block)
        *link = block->older;
    return block;
}

static struct block *block_new(struct arena *arena, size_t size) {
    struct block *spare = spare_take(arena, size);
    if (spare)
        return spare;
    size_t capacity = size > arena->next_capacity ? size : arena->next_capacity;
    if (arena->next_capacity < LARGEST_BLOCK / 2)
        arena->next_capacity *= 2;
    else
        arena->next_capacity = LARGEST_BLOCK - sizeof(struct block);
    struct block *block =
        is_mapped(capacity) ? map(LARGEST_BLOCK) : calloc(1, sizeof *block + capacity);
    if (!block)
        memory_exhausted();
    block->capacity = capacity;
    return block;
}

/* `size` more bytes at the end of a block that has the room. */
static void *block_take(struct block *block, size_t size) {
    char *at = block->bytes + block->used;
    if (block->dirty > block->used) {
        size_t stale = block->dirty - block->used;
        memset(at, 0, stale < size ? stale : size);
    }
    block->used += size;
    if (block->dirty < block->used)
        block->dirty = block->used;
    return at;
}

void *arena_alloc(struct arena *arena, size_t size) {
    size = aligned(size ? size : 1);
    if (size >= LARGE)
        return large_alloc(arena, size);
    struct block *block = arena->newest;
    if (!block || block->capacity - block->used < size) {
        block = block_new(arena, size);
        block->older = arena->newest;
        arena->newest = block;
    }
    return block_take(block, size);
}

/* What was handed out beyond a caller's own size is zero too, because the caller never wrote it. */
static bool grown_in_place(struct arena *arena, char *old, size_t old_size, size_t new_size) {
    struct block *block = arena->newest;
    size_t held = aligned(old_size), wanted = aligned(new_size);
    if (wanted <= held)
        return true;
    if (!block || wanted >= LARGE || block->used < held ||
        old != block->bytes + (block->used - held))
        return false;
    if (block->capacity - block->used < wanted - held)
        return false;
    block_take(block, wanted - held);
    return true;
}

void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size) {
    if (old && old_size && grown_in_place(arena, old, old_size, new_size))
        return old;
    if (old && aligned(old_size) >= LARGE)
        return large_grow(arena, old, aligned(new_size));
    void *grown = arena_alloc(arena, new_size);
    if (old && old_size)
        memcpy(grown, old, old_size < new_size ? old_size : new_size);
    return grown;
}

void arena_drop(struct arena *arena, void *at, size_t size) {
    if (aligned(size) >= LARGE)
        large_drop(arena, at);
}

struct arena_mark arena_mark(const struct arena *arena) {
    struct block *block = arena->newest;
    return (struct arena_mark){block, block ? block->used : 0, arena->large_count};
}

void arena_rewind(struct arena *arena, struct arena_mark mark) {
    larges_rewind(arena, mark.larges);
    while (arena->newest != mark.block) {
        struct block *block = arena->newest;
        arena->newest = block->older;
        block->used = 0;
        block->older = arena->spare;
        arena->spare = block;
    }
    if (arena->newest)
        arena->newest->used = mark.used;
}

size_t arena_used(const struct arena *arena) {
    size_t used = 0;
    for (const struct block *block = arena->newest; block; block = block->older)
        used += block->used;
    for (const struct large *large = arena->newest_large; large; large = large->older)
        used += large->size;
    return used;
}

void *arena_calloc(struct arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / 2 / size)
        memory_exhausted();
    return arena_alloc(arena, count * size);
}
