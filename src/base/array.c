#include "base/array.h"
#include <stdint.h>
#include <string.h>

void *array_room(struct arena *arena, void *at, size_t size, size_t count, size_t *capacity,
                 size_t extra) {
    if (*capacity - count >= extra)
        return at;
    if (extra > SIZE_MAX / 4 / size - count)
        memory_exhausted();
    size_t wanted = *capacity ? *capacity * 2 : 8;
    if (wanted < count + extra)
        wanted = count + extra;
    at = arena_grow(arena, at, *capacity * size, wanted * size);
    *capacity = wanted;
    return at;
}

void array_open(void *at, size_t size, size_t count, size_t index, const void *from, size_t extra) {
    if (extra == 0)
        return;
    char *place = (char *)at + index * size;
    memmove(place + extra * size, place, (count - index) * size);
    memcpy(place, from, extra * size);
}
