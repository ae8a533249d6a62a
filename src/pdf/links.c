#include "pdf/links.h"
#include "base/array.h"
#include "pdf/destinations.h"
#include "pdf/map.h"
#include "pdf/number.h"
#include "pdf/string.h"

static bool is_unwise(unsigned char byte) {
    return byte == '"' || byte == '<' || byte == '>' || byte == '\\' || byte == '^' ||
           byte == '`' || (byte >= '{' && byte <= '}');
}

/* A URI has ASCII alone (RFC 3986); other bytes are percent-encoded, as browsers do (RFC
 * 3987, 3.1). */
static void put_uri(struct buffer *body, struct str target) {
    buffer_text(body, "/A<</S/URI/URI(");
    buffer_need(body, 3 * target.length);
    char *at = body->at + body->length;
    for (size_t i = 0; i < target.length; i++) {
        unsigned char byte = (unsigned char)target.at[i];
        if (byte > ' ' && byte < 127 && !is_unwise(byte)) {
            at = string_byte(at, byte);
        } else {
            *at++ = '%';
            *at++ = "0123456789ABCDEF"[byte >> 4];
            *at++ = "0123456789ABCDEF"[byte & 15];
        }
    }
    body->length = (size_t)(at - body->at);
    buffer_text(body, ")>>");
}

/* Places in the document that links lead to, each once. */
struct links {
    struct arena *arena;
    struct map by_hash;
    ARRAY(struct str) targets;
};

struct links *links_new(struct arena *arena) {
    struct links *links = arena_make(arena, struct links, 1);
    links->arena = arena;
    return links;
}

static void note_target(struct links *links, struct str id) {
    uint64_t key = str_hash(id);
    if (map_find(&links->by_hash, key) != UINT32_MAX)
        return;
    map_add(&links->by_hash, links->arena, key, (uint32_t)links->targets.count);
    array_push(&links->targets, links->arena, str_copy(links->arena, id));
}

void links_check(const struct document *document) {
    const struct links *links = document->links;
    for (size_t i = 0; i < links->targets.count; i++)
        if (!destination_exists(document->pages, links->targets.at[i]))
            diag_fault(document->diag, (struct span){0},
                       "give the place this id, or correct the link",
                       "a link leads to \"%.*s\", which is no place in the document",
                       STR_ARGS(links->targets.at[i]));
}

static void put_target(const struct document *document, struct str target, struct buffer *body) {
    if (!str_starts(target, STR("#"))) {
        put_uri(body, target);
        return;
    }
    struct str id = str_part(target, 1, SIZE_MAX);
    note_target(document->links, id);
    buffer_text(body, "/Dest");
    string_bytes(body, id);
}

/* In whole points: nothing is drawn, and nobody clicks more exactly. */
static void put_rectangle(const struct page *page, const struct page_link *link,
                          struct buffer *body) {
    sp bottom = page->height - link->y - link->height;
    sp corners[] = {link->x, bottom, link->x + link->width, bottom + link->height};
    buffer_text(body, "/Rect[");
    for (int i = 0; i < 4; i++) {
        if (i)
            buffer_text(body, " ");
        number_integer(body, divide_round(corners[i], SP_PT));
    }
    buffer_text(body, "]");
}

static void put_link(const struct document *document, const struct tags *tags,
                     const struct page *page, const struct page_link *link, struct buffer *body) {
    buffer_text(body, "/Subtype/Link/F 4/Border[0 0 0]");
    put_rectangle(page, link, body);
    struct str contents = link->title;
    if (contents.length == 0 && link->tag < tags->count)
        contents = tag_texts(&tags->at[link->tag]).alt;
    buffer_text(body, "/Contents");
    string_text(body, contents.length ? contents : link->target);
    put_target(document, link->target, body);
}

static void put_key(struct buffer *body, size_t key) {
    buffer_text(body, "/StructParent ");
    number_integer(body, (int64_t)key);
}

void links_write(const struct document *document, const struct tags *tags, const struct page *page,
                 uint32_t first, uint32_t key, struct buffer *body) {
    for (size_t i = 0; i < page->link_count; i++) {
        body->length = 0;
        put_link(document, tags, page, &page->links[i], body);
        if (tags->count > 1 && page->links[i].tag)
            put_key(body, key + i);
        writer_put(document->writer, first + (uint32_t)i, buffer_view(body));
    }
}
