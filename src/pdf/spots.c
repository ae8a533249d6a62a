#include "pdf/spots.h"
#include "pdf/number.h"
#include "pdf/string.h"

enum { NUMBERS = 256 };

struct spots spots_find(const struct document *document) {
    const struct press_options *press = document->options->press;
    bool used[NUMBERS] = {false};
    for (size_t p = 0; p < document->pages->count; p++)
        for (size_t i = 0; i < document->pages->at[p].item_count; i++)
            used[document->pages->at[p].items[i].colour.spot] = true;
    struct spots spots = {.at = arena_make(document->arena, struct spot, press->ink_count)};
    for (unsigned i = 0; i < press->ink_count && i + 1 < NUMBERS; i++)
        if (used[i + 1])
            spots.at[spots.count++] =
                (struct spot){i + 1, press->inks[i].spot, press->inks[i].colour};
    return spots;
}

static void put_spot(const struct spot *spot, struct buffer *out) {
    const struct colour *inks = &spot->inks;
    int64_t full[] = {inks->cyan * 10, inks->magenta * 10, inks->yellow * 10, inks->key * 10};
    buffer_print(out, "/S%u[/Separation", spot->number);
    string_name(out, spot->name);
    buffer_text(out, "/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[");
    number_millis(out, full, 4);
    buffer_text(out, "]/N 1>>]");
}

void spots_put(const struct spots *spots, struct buffer *out) {
    for (size_t i = 0; i < spots->count; i++)
        put_spot(&spots->at[i], out);
}
