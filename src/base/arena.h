/* Memory that is freed all at once. One arena a document, a scratch arena inside a call. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* A new, empty arena; the caller frees it with arena_free. Running out of memory anywhere in an
 * arena aborts the program: there is one place that does so (memory_exhausted in arena.c). */
struct arena *arena_new(void);

/* Frees the arena and all that was allocated from it. NULL is allowed. */
void arena_free(struct arena *arena);

/* `size` zeroed bytes, aligned for any type, owned by the arena. */
void *arena_alloc(struct arena *arena, size_t size);

/* Grows the allocation at `old` from `old_size`, its whole size, to `new_size` bytes: in place
 * where it is the newest one, by moving its pages where it is large, else by a copy; what is new is
 * zero. Returns where it is now. */
void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size);

/* Gives back at once what is `size` bytes long, as it was allocated or grown, where it is large:
 * tables that were copied into larger ones. Nothing may be marked after its birth. */
void arena_drop(struct arena *arena, void *at, size_t size);

/* A position to come back to: arena_rewind frees all that was allocated after arena_mark. */
struct arena_mark {
    void *block;
    size_t used;
    uint64_t larges;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

/* Bytes handed out in all, for tests and benchmarks. */
size_t arena_used(const struct arena *arena);

/* `count` zeroed objects of `type`. The product is checked against overflow. */
#define arena_make(arena, type, count) ((type *)arena_calloc((arena), (count), sizeof(type)))
void *arena_calloc(struct arena *arena, size_t count, size_t size);

/* Gives memory that was freed back to the system, which malloc keeps: worth its milliseconds between
 * the stages of something large. */
void memory_release(void);

/* The one place that ends the program for want of memory; for the few allocations on malloc. */
_Noreturn void memory_exhausted(void);

#endif
