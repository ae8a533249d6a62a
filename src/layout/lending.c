#include "layout/lending.h"

struct arena *lending_arena(struct lending *lending) {
    return lending->spare.count ? lending->spare.at[--lending->spare.count] : arena_new();
}

void lending_add(struct lending *lending, struct page page, uint32_t index, struct arena *own) {
    struct lot *lot = &lending->lots[lending->turn];
    array_push(&lot->pages, lending->arena, page);
    array_push(&lot->indexes, lending->arena, index);
    array_push(&lot->arenas, lending->arena, own);
}

static void take_back(struct lending *lending, struct lot *lot) {
    for (size_t i = 0; i < lot->arenas.count; i++) {
        arena_rewind(lot->arenas.at[i], (struct arena_mark){0});
        array_push(&lending->spare, lending->arena, lot->arenas.at[i]);
    }
    lot->pages.count = lot->indexes.count = lot->arenas.count = 0;
}

void lending_hand_over(struct lending *lending, const struct page_sink *sink, struct tags tags) {
    const struct lot *lot = &lending->lots[lending->turn];
    struct page_batch batch = {lot->pages.at, lot->indexes.at, lot->pages.count, tags};
    sink->take(sink->context, &batch);
    lending->turn ^= 1;
    take_back(lending, &lending->lots[lending->turn]);
}

void lending_free(struct lending *lending) {
    for (size_t i = 0; i < 2; i++)
        take_back(lending, &lending->lots[i]);
    for (size_t i = 0; i < lending->spare.count; i++)
        arena_free(lending->spare.at[i]);
}
