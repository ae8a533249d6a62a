#include "layout/notes.h"

static const struct strip *line_of(const struct strip *strip, uint32_t line, bool *head) {
    for (uint32_t i = 0; i < strip->note_count; i++) {
        const struct galley *note = strip->called[i];
        if (line < note->strips.count) {
            *head = line == 0;
            return &note->strips.at[line];
        }
        line -= (uint32_t)note->strips.count;
    }
    return NULL;
}

static bool is_before(struct note_place a, struct note_place b) {
    return a.strip != b.strip ? a.strip < b.strip : a.line < b.line;
}

const struct strip *note_line(const struct strip *strips, struct note_place *place,
                              struct note_place end, bool *head) {
    while (is_before(*place, end)) {
        const struct strip *line = line_of(&strips[place->strip], place->line, head);
        if (line)
            return line;
        *place = (struct note_place){.strip = place->strip + 1};
    }
    return NULL;
}

sp notes_fill(const struct strip *strips, struct note_place *place, struct note_place end,
              sp most) {
    sp y = 0;
    bool head;
    const struct strip *line;
    while ((line = note_line(strips, place, end, &head))) {
        sp bottom = strip_top(line, y, head || y == 0, 0) + line->height;
        if (bottom > most)
            break;
        y = bottom;
        place->line++;
    }
    return y;
}

sp notes_height(const struct strip *strips, struct note_place from, struct note_place end) {
    return notes_fill(strips, &from, end, INT64_MAX);
}
