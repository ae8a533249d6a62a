#include "pdf/page_tree.h"
#include "pdf/number.h"

enum { KIDS_A_NODE = 64 };

/* A level of nodes over `kids` kids whose numbers begin at `first_kid`. */
struct level {
    uint32_t first_kid, first_node;
    size_t kids, pages_a_kid;
};

static size_t nodes_over(size_t kids) {
    return (kids + KIDS_A_NODE - 1) / KIDS_A_NODE;
}

/* The level above, or none when the root is next. The levels' nodes have consecutive numbers. */
static struct level level_above(struct level below) {
    size_t nodes = nodes_over(below.kids);
    return (struct level){below.first_node, below.first_node + (uint32_t)nodes, nodes,
                          below.pages_a_kid * KIDS_A_NODE};
}

uint32_t page_tree_reserve(const struct document *document) {
    size_t nodes = 0;
    for (size_t kids = document->pages->count; kids > KIDS_A_NODE; kids = nodes_over(kids))
        nodes += nodes_over(kids);
    if (nodes == 0)
        return writer_own_number(document->writer, OWN_PAGES);
    return writer_reserve(document->writer, nodes);
}

uint32_t page_tree_parent(uint32_t first_node, size_t page) {
    return first_node + (uint32_t)(page / KIDS_A_NODE);
}

static void put_kids(struct buffer *body, const struct level *level, size_t from, size_t to,
                     size_t page_count) {
    size_t first_page = from * level->pages_a_kid, end = to * level->pages_a_kid;
    buffer_print(body, "/Count %zu/Kids[", (end < page_count ? end : page_count) - first_page);
    for (size_t i = from; i < to; i++) {
        number_integer(body, level->first_kid + (int64_t)i);
        buffer_text(body, " 0 R ");
    }
    buffer_text(body, "]");
}

static void write_level(const struct document *document, const struct level *level,
                        struct buffer *body) {
    size_t nodes = nodes_over(level->kids);
    bool below_root = nodes <= KIDS_A_NODE;
    uint32_t root = writer_own_number(document->writer, OWN_PAGES);
    uint32_t above = level->first_node + (uint32_t)nodes;
    for (size_t i = 0; i < nodes; i++) {
        size_t from = i * KIDS_A_NODE, to = from + KIDS_A_NODE;
        body->length = 0;
        uint32_t parent = below_root ? root : above + (uint32_t)(i / KIDS_A_NODE);
        buffer_print(body, "/Type/Pages/Parent %u 0 R", (unsigned)parent);
        put_kids(body, level, from, to < level->kids ? to : level->kids, document->pages->count);
        writer_put(document->writer, level->first_node + (uint32_t)i, buffer_view(body));
    }
}

void page_tree_write(const struct document *document, uint32_t first_node) {
    struct level level = {document->first_page, first_node, document->pages->count, 1};
    struct buffer body = {0};
    for (; level.kids > KIDS_A_NODE; level = level_above(level))
        write_level(document, &level, &body);
    body.length = 0;
    put_kids(&body, &level, 0, level.kids, document->pages->count);
    writer_put_own(document->writer, OWN_PAGES, buffer_view(&body));
    buffer_free(&body);
}
