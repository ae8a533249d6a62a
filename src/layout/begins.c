/* What is noted where blocks begin: marks for heads, places for references, the outline. */
#include "layout/placer.h"

static void take_mark(struct arena *arena, struct str *running, struct str *first, struct str *last,
                      struct str mark, bool replace_first) {
    *running = *last = str_copy(arena, mark);
    if (replace_first)
        *first = *running;
}

void begins_add_thumb(struct placer *placer, struct sheet *sheet, struct str letter) {
    size_t count = sheet->thumbs.count;
    if (letter.length && (count == 0 || !str_equal(sheet->thumbs.at[count - 1], letter)))
        array_push(&sheet->thumbs, placer->setter->result, letter);
}

/* `head`: it is the first thing on its page. Of titles and sections the first that begins on a page
 * counts, wherever it begins. */
static void take_marks(struct placer *placer, const struct marks *marks, bool head) {
    struct sheet *sheet = placer_sheet(placer);
    struct arena *arena = placer->setter->result;
    struct marks *running = &placer->running, *first = &sheet->first, *last = &sheet->last;
    if (marks->title.length) {
        take_mark(arena, &running->title, &first->title, &last->title, marks->title,
                  !sheet->title_begun);
        sheet->title_begun = true;
    }
    if (marks->section.length) {
        take_mark(arena, &running->section, &first->section, &last->section, marks->section,
                  !sheet->section_begun);
        sheet->section_begun = true;
    }
    if (marks->guide.length)
        take_mark(arena, &running->guide, &first->guide, &last->guide, marks->guide,
                  head || !first->guide.length);
    if (marks->thumb.length) {
        running->thumb = str_copy(arena, marks->thumb);
        begins_add_thumb(placer, sheet, running->thumb);
    }
}

static void take_place(struct placer *placer, const struct block *block, sp x, sp y) {
    if (!block->id.length)
        return;
    struct setter *setter = placer->setter;
    struct place_entry *entry = places_add(&setter->places, setter->result, block->id);
    entry->page = placer_sheet(placer)->number;
    entry->x = x;
    entry->y = y;
}

static void take_outline(struct placer *placer, const struct block *block, sp y) {
    if (!block->outline.length)
        return;
    struct arena *arena = placer->setter->result;
    array_push(&placer->outline, arena,
               (struct outline_entry){.title = str_copy(arena, block->outline),
                                      .level = block->outline_level ? block->outline_level : 1,
                                      .page = placer_sheet(placer)->number - 1,
                                      .y = y,
                                      .id = str_copy(arena, block->id)});
}

void begins_take(struct placer *placer, const struct strip *strip, sp x, sp y, bool head) {
    for (uint32_t i = 0; i < strip->begin_count; i++) {
        take_marks(placer, &strip->begins[i]->marks, head);
        take_place(placer, strip->begins[i], x, y);
        take_outline(placer, strip->begins[i], y);
    }
}
