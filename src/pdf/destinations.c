#include "pdf/destinations.h"
#include "pdf/number.h"
#include "pdf/string.h"
#include "pdf/tree.h"
#include <stdlib.h>

static int by_id(const void *id, const void *destination) {
    return str_compare(*(const struct str *)id, ((const struct destination *)destination)->id);
}

bool destination_exists(const struct pages *pages, struct str id) {
    return pages->destination_count && bsearch(&id, pages->destinations, pages->destination_count,
                                               sizeof *pages->destinations, by_id);
}

void destination_put(const struct document *document, uint32_t page, sp x, sp y,
                     struct buffer *out) {
    buffer_text(out, "[");
    number_integer(out, page_number(document, page));
    buffer_text(out, " 0 R/XYZ ");
    int64_t place[] = {milli(x), milli(document->pages->at[page].height) - milli(y)};
    number_millis(out, place, 2);
    buffer_text(out, " null]");
}

uint32_t destinations_write(const struct document *document) {
    const struct pages *pages = document->pages;
    if (pages->destination_count == 0)
        return 0;
    struct tree tree = tree_start(document->writer, document->arena, "Names");
    struct buffer key = {0}, value = {0};
    for (size_t i = 0; i < pages->destination_count; i++) {
        const struct destination *destination = &pages->destinations[i];
        if (i && str_equal(destination->id, pages->destinations[i - 1].id))
            continue;
        key.length = value.length = 0;
        string_bytes(&key, destination->id);
        destination_put(document, destination->page, destination->x, destination->y, &value);
        tree_add(&tree, buffer_view(&key), buffer_view(&value));
    }
    buffer_free(&key);
    buffer_free(&value);
    return tree_finish(&tree);
}
