/* Arrays that grow inside an arena: ARRAY(struct thing) things = {0}; array_push(&things, arena,
 * t). */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include "base/arena.h"
#include <stddef.h>

#define ARRAY(type)                                                                                \
    struct {                                                                                       \
        type *at;                                                                                  \
        size_t count, capacity;                                                                    \
    }

/* Room for `extra` more elements. */
#define array_reserve(array, arena, extra)                                                         \
    ((array)->at = array_room((arena), (array)->at, sizeof *(array)->at, (array)->count,           \
                              &(array)->capacity, (extra)))

/* Appends one value; `array` is a pointer to an ARRAY. */
#define array_push(array, arena, ...)                                                              \
    (array_reserve((array), (arena), 1), (array)->at[(array)->count++] = (__VA_ARGS__))

/* A pointer to one new zeroed element at the end. */
#define array_add(array, arena) (array_reserve((array), (arena), 1), &(array)->at[(array)->count++])

/* Puts `extra` elements that stand at `from` before the one at `index`. */
#define array_insert(array, arena, index, from, extra)                                             \
    (array_reserve((array), (arena), (extra)),                                                     \
     array_open((array)->at, sizeof *(array)->at, (array)->count, (index), (from), (extra)),       \
     (array)->count += (extra))

/* Behind array_insert; there is room. */
void array_open(void *at, size_t size, size_t count, size_t index, const void *from, size_t extra);

/* Behind array_reserve: capacity doubles, so that pushing n elements costs O(n). */
void *array_room(struct arena *arena, void *at, size_t size, size_t count, size_t *capacity,
                 size_t extra);

#endif
