#include "publication/template.h"

static const struct str separator = {" \xC2\xB7 ", 4};

static const struct slot *slot_find(const struct slot *slots, size_t count, struct str name) {
    for (size_t i = 0; i < count; i++)
        if (str_equal(str_from(slots[i].name), name))
            return &slots[i];
    return NULL;
}

/* The next placeholder of `text`: where it begins, its name, where it ends. False: there is none.
 */
static bool next_placeholder(struct str text, size_t *begin, struct str *name, size_t *end) {
    size_t open = str_find(text, STR("{"));
    if (open == SIZE_MAX)
        return false;
    size_t length = str_find(str_part(text, open + 1, SIZE_MAX), STR("}"));
    if (length == SIZE_MAX)
        return false;
    *begin = open;
    *name = str_part(text, open + 1, length);
    *end = open + length + 2;
    return true;
}

static bool part_is_empty(struct str part, const struct slot *slots, size_t count) {
    size_t begin, end;
    struct str name;
    for (; next_placeholder(part, &begin, &name, &end); part = str_part(part, end, SIZE_MAX)) {
        const struct slot *slot = slot_find(slots, count, name);
        if (slot && slot->kind == RUN_TEXT && slot->text.length == 0)
            return true;
    }
    return false;
}

static void add_slot(struct runs *runs, struct arena *arena, const struct style *style,
                     const struct slot *slot, struct span span) {
    struct run *run =
        run_add(runs, arena, slot->kind, slot->style ? slot->style : style, slot->text, span);
    run->target = slot->target;
    run->field = slot->field;
    /* A number or name keeps its own direction. */
    run->isolate = slot->kind == RUN_TEXT || slot->kind == RUN_PAGE;
}

static void add_text(struct runs *runs, struct arena *arena, const struct style *style,
                     struct str text, struct span span) {
    if (text.length)
        run_add(runs, arena, RUN_TEXT, style, text, span);
}

static void add_part(struct runs *runs, struct arena *arena, const struct style *style,
                     struct str part, const struct slot *slots, size_t count, struct span span) {
    size_t begin, end;
    struct str name;
    for (; next_placeholder(part, &begin, &name, &end); part = str_part(part, end, SIZE_MAX)) {
        const struct slot *slot = slot_find(slots, count, name);
        add_text(runs, arena, style, str_part(part, 0, slot ? begin : end), span);
        if (slot)
            add_slot(runs, arena, style, slot, span);
    }
    add_text(runs, arena, style, part, span);
}

void template_runs(struct runs *runs, struct arena *arena, const struct style *style,
                   struct str text, const struct slot *slots, size_t count, struct span span) {
    bool any = false;
    while (text.length) {
        size_t end = str_find(text, separator);
        struct str part = str_part(text, 0, end);
        text = end == SIZE_MAX ? (struct str){"", 0}
                               : str_part(text, end + separator.length, SIZE_MAX);
        if (part_is_empty(part, slots, count))
            continue;
        if (any)
            add_text(runs, arena, style, separator, span);
        add_part(runs, arena, style, part, slots, count, span);
        any = true;
    }
}
