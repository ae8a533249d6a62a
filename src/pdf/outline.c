#include "pdf/outline.h"
#include "pdf/destinations.h"
#include "pdf/string.h"

enum { DEEPEST = 64 };

/* Indexes of entries; index + 1 so that 0 is the root. */
struct node {
    uint32_t parent, previous, next, first, last, kids;
};

/* The tree over a list of levels: a stack of the last node of each open level. A level that is left
 * out (1, then 3) counts as the next one. */
static struct node *build(const struct pages *pages, struct arena *arena) {
    struct node *nodes = arena_make(arena, struct node, pages->outline_count + 1);
    uint32_t open[DEEPEST] = {0};
    int levels[DEEPEST] = {0};
    size_t depth = 1;
    for (uint32_t i = 1; i <= pages->outline_count; i++) {
        int level = pages->outline[i - 1].level;
        while (depth > 1 && (levels[depth - 1] >= level || depth == DEEPEST))
            depth--;
        uint32_t parent = open[depth - 1];
        nodes[i].parent = parent;
        nodes[i].previous = nodes[parent].last;
        if (nodes[parent].last)
            nodes[nodes[parent].last].next = i;
        else
            nodes[parent].first = i;
        nodes[parent].last = i;
        nodes[parent].kids++;
        levels[depth] = level;
        open[depth++] = i;
    }
    return nodes;
}

static void put_reference(struct buffer *body, const char *key, uint32_t first, uint32_t node) {
    if (node)
        buffer_print(body, "/%s %u 0 R", key, (unsigned)(first + node - 1));
}

static void put_entry(const struct document *document, const struct outline_entry *entry,
                      struct buffer *body) {
    buffer_text(body, "/Title");
    string_text(body, entry->title);
    buffer_text(body, "/Dest");
    if (entry->id.length && destination_exists(document->pages, entry->id))
        string_bytes(body, entry->id);
    else
        destination_put(document, entry->page, 0, entry->y, body);
}

uint32_t outline_write(const struct document *document) {
    const struct pages *pages = document->pages;
    if (pages->outline_count == 0)
        return 0;
    struct node *nodes = build(pages, document->arena);
    uint32_t root = writer_reserve(document->writer, 1);
    uint32_t first = writer_reserve(document->writer, pages->outline_count);
    struct buffer body = {0};
    for (uint32_t i = 1; i <= pages->outline_count; i++) {
        body.length = 0;
        put_entry(document, &pages->outline[i - 1], &body);
        uint32_t parent = nodes[i].parent ? first + nodes[i].parent - 1 : root;
        buffer_print(&body, "/Parent %u 0 R", (unsigned)parent);
        put_reference(&body, "Prev", first, nodes[i].previous);
        put_reference(&body, "Next", first, nodes[i].next);
        put_reference(&body, "First", first, nodes[i].first);
        put_reference(&body, "Last", first, nodes[i].last);
        if (nodes[i].kids)
            buffer_print(&body, "/Count -%u", (unsigned)nodes[i].kids);
        writer_put(document->writer, first + i - 1, buffer_view(&body));
    }
    body.length = 0;
    buffer_print(&body, "/Type/Outlines/Count %u", (unsigned)nodes[0].kids);
    put_reference(&body, "First", first, nodes[0].first);
    put_reference(&body, "Last", first, nodes[0].last);
    writer_put(document->writer, root, buffer_view(&body));
    buffer_free(&body);
    return root;
}
