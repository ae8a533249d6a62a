/* Pages that are done: with heads and feet, handed over to a sink or kept. */
#include "layout/placer.h"
#include "layout/show.h"

#include <stdlib.h>

/* Room on each page for its head and foot, which come last. */
enum { HEAD_ITEMS = 10 };

/* What the page holds is moved to where it takes no more than it needs. */
void done_close(struct placer *placer) {
    struct sheet *sheet = placer_sheet(placer), full = *sheet;
    if (sheet->arena != placer->filling)
        return;
    if (full.items.count > placer->most_items)
        placer->most_items = full.items.count;
    sheet->arena = sheet->content;
    sheet->items.at = NULL;
    sheet->items.count = sheet->items.capacity = 0;
    sheet->links.at = NULL;
    sheet->links.count = sheet->links.capacity = 0;
    array_reserve(&sheet->items, sheet->arena, full.items.count + HEAD_ITEMS);
    array_insert(&sheet->items, sheet->arena, 0, full.items.at, full.items.count);
    array_insert(&sheet->links, sheet->arena, 0, full.links.at, full.links.count);
    arena_rewind(placer->filling, (struct arena_mark){0});
}

static struct page page_of(const struct sheet *sheet) {
    return (struct page){
        .width = sheet->master->width,
        .height = sheet->master->height,
        .bleed = sheet->master->bleed,
        .items = sheet->items.at,
        .item_count = sheet->items.count,
        .links = sheet->links.at,
        .link_count = sheet->links.count,
        .label = sheet->label,
    };
}

static void finish_page(struct placer *placer, struct sheet *sheet, struct page *page) {
    struct setter *setter = placer->setter;
    struct arena_mark mark = arena_mark(setter->arena);
    emit_heads(setter, sheet, (uint32_t)placer->sheets.count);
    arena_rewind(setter->arena, mark);
    if (setter->options->show & SHOW_GRID)
        show_grid(sheet);
    *page = page_of(sheet);
}

/* Heads that say how many pages there are wait for the last one. */
static bool is_done(const struct sheet *sheet) {
    return !sheet->waits && !master_shows(sheet->master, PAGE_COUNT);
}

static void lend(struct placer *placer, struct sheet *sheet) {
    struct page page;
    finish_page(placer, sheet, &page);
    lending_add(&placer->lending, page, sheet->number - 1, sheet->content);
    sheet->content = NULL;
}

void done_hand_over(struct placer *placer) {
    for (; placer->seen + 1 < placer->sheets.count; placer->seen++)
        if (is_done(&placer->sheets.at[placer->seen]))
            lend(placer, &placer->sheets.at[placer->seen]);
    lending_hand_over(&placer->lending, placer_sink(placer), placer->setter->tags);
}

static void hand_over_rest(struct placer *placer) {
    const struct page_sink *sink = placer_sink(placer);
    for (size_t i = 0; i < placer->sheets.count; i++)
        if (placer->sheets.at[i].content)
            lend(placer, &placer->sheets.at[i]);
    lending_hand_over(&placer->lending, sink, placer->setter->tags);
    lending_hand_over(&placer->lending, sink, placer->setter->tags);
}

void placer_drop(struct placer *placer) {
    const struct page_sink *sink = placer_sink(placer);
    if (sink)
        sink->drop(sink->context);
}

static int compare_destinations(const void *a, const void *b) {
    const struct destination *left = a, *right = b;
    return str_compare(left->id, right->id);
}

static void finish_destinations(struct placer *placer, struct pages *pages) {
    const struct places *places = &placer->setter->places;
    pages->destinations = arena_make(placer->setter->result, struct destination, places->count + 1);
    for (size_t i = 0; i < places->capacity; i++) {
        const struct place_entry *entry = &places->at[i];
        if (entry->id.at)
            pages->destinations[pages->destination_count++] = (struct destination){
                .id = entry->id, .page = entry->page - 1, .x = entry->x, .y = entry->y};
    }
    qsort(pages->destinations, pages->destination_count, sizeof *pages->destinations,
          compare_destinations);
}

/* Pages that a sink has taken are known by their size and label. */
static void finish_pages(struct placer *placer, struct pages *pages) {
    pages->count = placer->sheets.count;
    pages->at = arena_make(placer->setter->result, struct page, pages->count);
    for (size_t i = 0; i < pages->count; i++)
        if (placer_sink(placer))
            pages->at[i] = page_of(&placer->sheets.at[i]);
        else
            finish_page(placer, &placer->sheets.at[i], &pages->at[i]);
}

struct pages *placer_finish(struct placer *placer) {
    struct setter *setter = placer->setter;
    while (placer->sheets.count < setter->doc->least_pages)
        placer_blank_sheet(placer);
    if (placer->sheets.count)
        done_close(placer);
    emit_gaps(setter, placer->sheets.at);
    struct pages *pages = arena_make(setter->result, struct pages, 1);
    if (placer_sink(placer))
        hand_over_rest(placer);
    finish_pages(placer, pages);
    pages->tags = setter->tags;
    pages->outline = placer->outline.at;
    pages->outline_count = placer->outline.count;
    finish_destinations(placer, pages);
    const struct meta *meta = &setter->doc->meta;
    pages->meta =
        (struct page_meta){meta->title,    meta->author,     meta->subject, meta->keywords,
                           meta->language, meta->identifier, meta->date};
    return pages;
}
