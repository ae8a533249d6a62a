/* Everything is linear in tags and marked content: kids are gathered by counting sort, because a
 * tag comes after its parent and marked content comes in page order. */
#include "pdf/tags.h"
#include "pdf/number.h"
#include "pdf/string.h"
#include "pdf/tree.h"
#include <stdlib.h>
#include <string.h>

enum { FIRST_TAG = 1 };
/* So many elements are written in rows; fewer are smaller without. */
enum { MANY_TAGS = 500 };
/* Among so many that follow each other, those of one shape have numbers that follow each other:
 * rows differ by less, and lists of elements still count on within few places. */
enum { BATCH = 500, SHAPES = 64 };
/* In the parent tree a page's key is its index, and the links' keys begin where no file has pages:
 * each page takes two objects, and a file holds twice as many. */
enum { FIRST_LINK_KEY = 4200000 };

/* A leaf is a piece of content that belongs to a tag, or to none: marked content, or a link
 * annotation. Those of a page: marked content in the order of MCIDs, then links in the order of the
 * annotations' numbers. */
struct page_leaves {
    uint32_t *tags; /* of the leaves */
    uint32_t marked_count, link_count;
    uint32_t start; /* of them among the leaves of all pages, which are counted in their order */
    uint32_t first_link; /* number of the first annotation */
    uint32_t first_key;  /* of the first link in the parent tree */
};

struct box {
    sp left, top, right, bottom;
};

/* Where a figure is, on its first page. */
struct figure {
    uint32_t tag, page;
    struct box box;
};

struct structure {
    const struct document *document;
    const struct tags *tags;
    uint32_t *numbers; /* by tag: the object, the root for none */
    uint32_t first;    /* of these numbers; a batch has as many as it has tags */
    uint32_t root;
    uint32_t placed;                 /* attributes of a link that is a block; 0: there is none */
    ARRAY(struct page_leaves) pages; /* by index */
    ARRAY(uint32_t) added;           /* indexes of pages, in the order in which they came */
    uint32_t link_count;
    unsigned digits;        /* of object numbers, so that elements are alike in their places; 0:
                               elements are not written in rows */
    unsigned marked_digits; /* of MCIDs */
    ARRAY(struct figure) figures;
    uint32_t leaf_count;
    uint32_t page_in_hand; /* of the leaf that was looked for last */
    struct buffer body;
};

struct structure *structure_new(const struct document *document) {
    struct structure *structure = arena_make(document->arena, struct structure, 1);
    structure->document = document;
    return structure;
}

static uint32_t element_number(const struct structure *structure, uint32_t tag) {
    return structure->numbers[tag];
}

/* ---- pages ---- */

/* Figures need to say where they are (ISO 32000-1, 14.8.5.4.3): the union of their items' boxes, in
 * points of their first page. */
static struct box item_box(const struct item *item) {
    switch ((enum item_kind)item->kind) {
    case ITEM_RULE:
        return (struct box){item->x, item->y, item->x + item->rule.width,
                            item->y + item->rule.height};
    case ITEM_SQUARES:
        return (struct box){item->x, item->y, item->x + item->squares.size,
                            item->y + item->squares.size};
    case ITEM_PICTURE:
        return (struct box){item->x, item->y, item->x + item->picture.width,
                            item->y + item->picture.height};
    default:
        return (struct box){item->x, item->y - item->text.size, item->x, item->y};
    }
}

static void unite(struct box *box, struct box other) {
    box->left = other.left < box->left ? other.left : box->left;
    box->top = other.top < box->top ? other.top : box->top;
    box->right = other.right > box->right ? other.right : box->right;
    box->bottom = other.bottom > box->bottom ? other.bottom : box->bottom;
}

static void add_figure(struct structure *structure, uint32_t tag, uint32_t page, struct box box) {
    for (size_t i = structure->figures.count; i-- > 0;) {
        struct figure *figure = &structure->figures.at[i];
        if (figure->tag == tag && figure->page == page)
            unite(&figure->box, box);
        if (figure->tag == tag)
            return;
    }
    array_push(&structure->figures, structure->document->arena, (struct figure){tag, page, box});
}

static void add_figures(struct structure *structure, const struct tagged_page *tagged) {
    const struct page *page = tagged->page;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        if (item->role == ROLE_FIGURE)
            add_figure(structure, item->tag, (uint32_t)tagged->index, item_box(item));
    }
}

uint32_t structure_add_page(struct structure *structure, const struct tagged_page *tagged) {
    struct arena *arena = structure->document->arena;
    const struct page *page = tagged->page;
    while (structure->pages.count <= tagged->index)
        array_push(&structure->pages, arena, (struct page_leaves){0});
    struct page_leaves *leaves = &structure->pages.at[tagged->index];
    leaves->tags = arena_make(arena, uint32_t, tagged->marked_count + page->link_count);
    leaves->marked_count = (uint32_t)tagged->marked_count;
    leaves->link_count = (uint32_t)page->link_count;
    leaves->first_link = tagged->first_link;
    for (size_t i = 0; i < tagged->marked_count; i++)
        leaves->tags[i] = tagged->marked[i];
    for (size_t i = 0; i < page->link_count; i++)
        leaves->tags[tagged->marked_count + i] = page->links[i].tag;
    add_figures(structure, tagged);
    array_push(&structure->added, arena, (uint32_t)tagged->index);
    leaves->first_key = FIRST_LINK_KEY + structure->link_count;
    structure->link_count += leaves->link_count;
    return leaves->first_key;
}

static uint32_t leaf_count(const struct page_leaves *leaves) {
    return leaves->marked_count + leaves->link_count;
}

static void count_leaves(struct structure *structure) {
    for (size_t i = 0; i < structure->pages.count; i++) {
        struct page_leaves *leaves = &structure->pages.at[i];
        leaves->start = structure->leaf_count;
        structure->leaf_count += leaf_count(leaves);
    }
}

static bool is_on_page(const struct structure *structure, uint32_t leaf, size_t page) {
    const struct page_leaves *leaves = &structure->pages.at[page];
    return leaf - leaves->start < leaf_count(leaves);
}

/* Mostly that of the leaf before, for elements are in the order of pages. */
static uint32_t page_of(struct structure *structure, uint32_t leaf) {
    if (is_on_page(structure, leaf, structure->page_in_hand))
        return structure->page_in_hand;
    size_t low = 0, high = structure->pages.count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (structure->pages.at[middle].start <= leaf)
            low = middle;
        else
            high = middle;
    }
    return structure->page_in_hand = (uint32_t)low;
}

static unsigned marked_digits(const struct structure *structure) {
    uint32_t most = 0;
    for (size_t i = 0; i < structure->pages.count; i++)
        if (structure->pages.at[i].marked_count > most)
            most = structure->pages.at[i].marked_count;
    return number_digits(most);
}

/* ---- elements ---- */

/* A list of indexes for each tag: those of tag t are order[starts[t]] to order[starts[t + 1]]. */
struct groups {
    uint32_t *starts, *order;
};

/* First all are counted, then placed in the same order. */
static struct groups groups_new(const struct structure *structure) {
    size_t count = structure->tags->count + 2;
    return (struct groups){arena_make(structure->document->arena, uint32_t, count), NULL};
}

static void groups_count(struct groups *groups, uint32_t tag) {
    groups->starts[tag + 2]++;
}

static void groups_open(struct groups *groups, const struct structure *structure) {
    size_t end = structure->tags->count + 2;
    for (size_t tag = 2; tag < end; tag++)
        groups->starts[tag] += groups->starts[tag - 1];
    groups->order = arena_make(structure->document->arena, uint32_t, groups->starts[end - 1]);
}

static void groups_place(struct groups *groups, uint32_t tag, uint32_t index) {
    groups->order[groups->starts[tag + 1]++] = index;
}

static uint32_t tag_parent(const struct structure *structure, size_t tag) {
    uint32_t parent = structure->tags->at[tag].parent;
    return parent < tag ? parent : 0;
}

/* The artifact, tag 0, is nobody's kid. */
static struct groups group_tags(const struct structure *structure) {
    struct groups groups = groups_new(structure);
    uint32_t count = (uint32_t)structure->tags->count;
    for (uint32_t i = FIRST_TAG; i < count; i++)
        groups_count(&groups, tag_parent(structure, i));
    groups_open(&groups, structure);
    for (uint32_t i = FIRST_TAG; i < count; i++)
        groups_place(&groups, tag_parent(structure, i), i);
    return groups;
}

static struct groups group_leaves(const struct structure *structure) {
    struct groups groups = groups_new(structure);
    const struct page_leaves *end = structure->pages.at + structure->pages.count;
    for (const struct page_leaves *leaves = structure->pages.at; leaves < end; leaves++)
        for (uint32_t i = 0; i < leaf_count(leaves); i++)
            groups_count(&groups, leaves->tags[i]);
    groups_open(&groups, structure);
    for (const struct page_leaves *leaves = structure->pages.at; leaves < end; leaves++)
        for (uint32_t i = 0; i < leaf_count(leaves); i++)
            groups_place(&groups, leaves->tags[i], leaves->start + i);
    return groups;
}

/* The first leaf within each tag or below it, UINT32_MAX when there is none. */
static uint32_t *first_leaves(const struct structure *structure, const struct groups *leaves) {
    size_t count = structure->tags->count;
    uint32_t *firsts = arena_make(structure->document->arena, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        firsts[i] = leaves->starts[i] < leaves->starts[i + 1] ? leaves->order[leaves->starts[i]]
                                                              : UINT32_MAX;
    for (size_t i = count; i-- > FIRST_TAG;) {
        uint32_t *parent = &firsts[tag_parent(structure, i)];
        *parent = firsts[i] < *parent ? firsts[i] : *parent;
    }
    return firsts;
}

/* Elements with the same are as long, and alike in their places. */
struct shape {
    uint32_t key, next; /* the number of the next one */
};

struct shapes {
    struct shape at[SHAPES], rare;
    size_t count;
};

static uint32_t few(uint32_t count) {
    return count < UINT8_MAX ? count : UINT8_MAX;
}

static uint32_t shape_key(const struct structure *structure, const struct groups *leaves,
                          const struct groups *tags, uint32_t tag) {
    const struct tag *at = &structure->tags->at[tag];
    return (uint32_t)at->role << 1 | (at->texts != NULL) |
           few(leaves->starts[tag + 1] - leaves->starts[tag]) << 8 |
           few(tags->starts[tag + 1] - tags->starts[tag]) << 16;
}

/* Shapes that come when the places are taken share one behind them. */
static struct shape *shape_of(struct shapes *shapes, uint32_t key) {
    size_t i = 0;
    while (i < shapes->count && shapes->at[i].key != key)
        i++;
    if (i == SHAPES)
        return &shapes->rare;
    if (i == shapes->count)
        shapes->at[shapes->count++] = (struct shape){key, 0};
    return &shapes->at[i];
}

static int by_key(const void *a, const void *b) {
    const struct shape *left = a, *right = b;
    return (left->key > right->key) - (left->key < right->key);
}

static uint32_t batch_end(const struct structure *structure, uint32_t from) {
    uint32_t count = (uint32_t)structure->tags->count;
    return count - from < BATCH ? count : from + BATCH;
}

static uint32_t batch_number(const struct structure *structure, uint32_t from) {
    return structure->first + from - FIRST_TAG;
}

static void number_batch(struct structure *structure, const struct groups *leaves,
                         const struct groups *tags, uint32_t from) {
    struct shapes shapes = {.count = 0};
    uint32_t to = batch_end(structure, from), first = batch_number(structure, from);
    for (uint32_t i = from; i < to; i++)
        shape_of(&shapes, shape_key(structure, leaves, tags, i))->next++;
    qsort(shapes.at, shapes.count, sizeof *shapes.at, by_key);
    for (size_t i = 0; i < shapes.count; i++) {
        uint32_t count = shapes.at[i].next;
        shapes.at[i].next = first;
        first += count;
    }
    shapes.rare.next = first;
    for (uint32_t i = from; i < to; i++)
        structure->numbers[i] = shape_of(&shapes, shape_key(structure, leaves, tags, i))->next++;
}

static void give_numbers(struct structure *structure, const struct groups *leaves,
                         const struct groups *tags) {
    size_t count = structure->tags->count;
    structure->numbers = arena_make(structure->document->arena, uint32_t, count);
    structure->numbers[0] = structure->root;
    structure->first = writer_reserve(structure->document->writer, count - FIRST_TAG);
    for (uint32_t from = FIRST_TAG; from < count; from = batch_end(structure, from))
        number_batch(structure, leaves, tags, from);
}

static void put_figure(struct structure *structure, uint32_t tag) {
    const struct figure *figure = NULL;
    for (size_t i = 0; i < structure->figures.count && !figure; i++)
        if (structure->figures.at[i].tag == tag)
            figure = &structure->figures.at[i];
    if (!figure)
        return;
    int64_t height = milli(structure->document->pages->at[figure->page].height);
    int64_t corners[] = {milli(figure->box.left), height - milli(figure->box.bottom),
                         milli(figure->box.right), height - milli(figure->box.top)};
    buffer_text(&structure->body, "/A<</O/Layout/Placement/Block/BBox[");
    number_millis(&structure->body, corners, 4);
    buffer_text(&structure->body, "]>>");
}

static void put_cell(const struct tag *tag, struct buffer *body) {
    static const char *const scopes[] = {"Column", "Row", "Both"};
    bool header = tag->role == ROLE_HEADER_CELL;
    if (!header && tag->span <= 1)
        return;
    buffer_text(body, "/A<</O/Table");
    if (header)
        buffer_print(body, "/Scope/%s", scopes[tag->scope < 3 ? tag->scope : 0]);
    if (tag->span > 1)
        buffer_print(body, "/ColSpan %u", (unsigned)tag->span);
    buffer_text(body, ">>");
}

static void put_reference(const struct structure *structure, struct buffer *body, uint32_t number) {
    number_reference(body, number, structure->digits);
}

/* Bytes that a reference takes. */
static size_t reference_width(const struct structure *structure) {
    return structure->digits + strlen(" 0 R ");
}

/* A link that is no part of a line (ISO 32000-1, 14.8.5.4.1). */
static void put_placement(struct structure *structure) {
    if (!structure->placed)
        structure->placed = writer_reserve(structure->document->writer, 1);
    buffer_text(&structure->body, "/A ");
    put_reference(structure, &structure->body, structure->placed);
}

static void put_attributes(struct structure *structure, uint32_t index) {
    static const char *const numberings[] = {"None", "Disc", "Decimal"};
    const struct tag *tag = &structure->tags->at[index];
    if (tag->role == ROLE_FIGURE)
        put_figure(structure, index);
    if (tag->role == ROLE_LIST && tag->numbering && tag->numbering < 3)
        buffer_print(&structure->body, "/A<</O/List/ListNumbering/%s>>",
                     numberings[tag->numbering]);
    if (tag->role == ROLE_LINK && role_sections(structure->tags->at[tag->parent].role))
        put_placement(structure);
    if (tag->role == ROLE_CELL || tag->role == ROLE_HEADER_CELL)
        put_cell(tag, &structure->body);
}

static void put_text(struct buffer *body, const char *key, struct str text) {
    if (text.length == 0)
        return;
    buffer_text(body, key);
    string_text(body, text);
}

static void put_texts(const struct tag_texts *texts, struct buffer *body) {
    put_text(body, "/Lang", texts->language);
    put_text(body, "/Alt", texts->alt);
    put_text(body, "/ActualText", texts->actual);
    put_text(body, "/E", texts->expansion);
    if (texts->id.length) {
        buffer_text(body, "/ID");
        string_bytes(body, texts->id);
    }
}

/* `page` is the element's own /Pg: marked content there needs its number only. */
static void put_leaf(struct structure *structure, uint32_t leaf, uint32_t page) {
    struct buffer *body = &structure->body;
    uint32_t own = page_of(structure, leaf);
    const struct page_leaves *leaves = &structure->pages.at[own];
    uint32_t index = leaf - leaves->start;
    bool link = index >= leaves->marked_count;
    if (!link && own == page) {
        number_padded(body, index, structure->marked_digits);
        buffer_text(body, " ");
        return;
    }
    buffer_text(body, link ? "<</Type/OBJR" : "<</Type/MCR");
    if (own != page) {
        buffer_text(body, "/Pg ");
        put_reference(structure, body, page_number(structure->document, own));
    }
    if (link) {
        buffer_text(body, "/Obj ");
        put_reference(structure, body, leaves->first_link + index - leaves->marked_count);
    } else {
        buffer_text(body, "/MCID ");
        number_integer(body, index);
    }
    buffer_text(body, ">>");
}

struct kids {
    const uint32_t *leaf, *leaf_end;
    const uint32_t *tag, *tag_end;
    const uint32_t *firsts;
};

static size_t kid_count(const struct kids *kids) {
    return (size_t)(kids->leaf_end - kids->leaf) + (size_t)(kids->tag_end - kids->tag);
}

/* Own content and inner elements in reading order: the elements' order is given, content comes
 * before the first element that begins after it. */
static void put_kids(struct structure *structure, struct kids kids, uint32_t page) {
    struct buffer *body = &structure->body;
    buffer_text(body, "/K[");
    while (kids.leaf < kids.leaf_end || kids.tag < kids.tag_end) {
        bool own = kids.leaf < kids.leaf_end;
        if (own && kids.tag < kids.tag_end) {
            uint32_t first = kids.firsts[*kids.tag];
            own = first != UINT32_MAX && *kids.leaf < first;
        }
        if (own)
            put_leaf(structure, *kids.leaf++, page);
        else
            put_reference(structure, body, element_number(structure, *kids.tag++));
    }
    if (body->at[body->length - 1] == ' ')
        body->length--;
    buffer_text(body, "]");
}

static void put_element(struct structure *structure, uint32_t index, struct kids kids) {
    const struct tag *tag = &structure->tags->at[index];
    struct buffer *body = &structure->body;
    body->length = 0;
    buffer_text(body, "/S/");
    buffer_text(body, role_name(tag->role));
    buffer_text(body, "/P ");
    put_reference(structure, body, element_number(structure, tag_parent(structure, index)));
    uint32_t page = UINT32_MAX;
    if (kids.leaf < kids.leaf_end) {
        page = page_of(structure, *kids.leaf);
        buffer_text(body, "/Pg ");
        put_reference(structure, body, page_number(structure->document, page));
    }
    if (tag->texts)
        put_texts(tag->texts, body);
    put_attributes(structure, index);
    if (kid_count(&kids))
        put_kids(structure, kids, page);
}

/* Most elements are alike: paragraphs and links with a kid or two, and those that hold a list of
 * others. */
static void write_element(struct structure *structure, uint32_t index, struct kids kids) {
    enum { FEW = 4 };
    struct writer *writer = structure->document->writer;
    put_element(structure, index, kids);
    uint32_t number = element_number(structure, index);
    struct str body = buffer_view(&structure->body);
    if (!structure->digits || structure->tags->at[index].texts)
        writer_put(writer, number, body);
    else if (kid_count(&kids) <= FEW)
        writer_put_row(writer, number, body);
    else
        writer_put_rows(writer, number, body, reference_width(structure));
}

static void put_number(struct buffer *out, uint32_t number) {
    out->length = 0;
    number_integer(out, number);
}

/* A key and its value on their way into the parent tree. */
struct entry {
    struct buffer key, value;
};

/* A page's key leads to the elements of its marked content by MCID. */
static void add_page_key(struct structure *structure, struct tree *tree, uint32_t page,
                         struct entry *entry) {
    const struct page_leaves *leaves = &structure->pages.at[page];
    put_number(&entry->key, page);
    entry->value.length = 0;
    buffer_text(&entry->value, "[");
    for (uint32_t i = 0; i < leaves->marked_count; i++)
        put_reference(structure, &entry->value, element_number(structure, leaves->tags[i]));
    buffer_text(&entry->value, "]");
    tree_add(tree, buffer_view(&entry->key), buffer_view(&entry->value));
}

/* A link's key leads to its own element. */
static void add_link_keys(struct structure *structure, struct tree *tree, uint32_t page,
                          struct entry *entry) {
    const struct page_leaves *leaves = &structure->pages.at[page];
    for (uint32_t i = 0; i < leaves->link_count; i++) {
        uint32_t tag = leaves->tags[leaves->marked_count + i];
        if (tag == 0)
            continue;
        put_number(&entry->key, leaves->first_key + i);
        entry->value.length = 0;
        put_reference(structure, &entry->value, element_number(structure, tag));
        tree_add(tree, buffer_view(&entry->key), buffer_view(&entry->value));
    }
}

static uint32_t write_parent_tree(struct structure *structure) {
    const struct document *document = structure->document;
    struct tree tree = tree_start(document->writer, document->arena, "Nums");
    struct entry entry = {{0}, {0}};
    if (structure->digits)
        tree_rows(&tree, reference_width(structure));
    for (uint32_t page = 0; page < structure->pages.count; page++)
        add_page_key(structure, &tree, page, &entry);
    if (structure->digits)
        tree_rows(&tree, number_digits(FIRST_LINK_KEY) + strlen(" ") + reference_width(structure) +
                             strlen("\n"));
    for (size_t i = 0; i < structure->added.count; i++)
        add_link_keys(structure, &tree, structure->added.at[i], &entry);
    buffer_free(&entry.key);
    buffer_free(&entry.value);
    return tree_finish(&tree);
}

struct identified {
    struct str id;
    uint32_t number;
};

static int by_id(const void *a, const void *b) {
    const struct identified *left = a, *right = b;
    int order = str_compare(left->id, right->id);
    return order ? order : (left->number > right->number) - (left->number < right->number);
}

/* 0 when no element has an id. */
static uint32_t write_identifiers(struct structure *structure) {
    struct arena *arena = structure->document->arena;
    ARRAY(struct identified) list = {0};
    for (uint32_t i = FIRST_TAG; i < structure->tags->count; i++) {
        struct identified one = {tag_texts(&structure->tags->at[i]).id,
                                 element_number(structure, i)};
        if (one.id.length)
            array_push(&list, arena, one);
    }
    if (list.count == 0)
        return 0;
    qsort(list.at, list.count, sizeof *list.at, by_id);
    struct tree tree = tree_start(structure->document->writer, arena, "Names");
    struct buffer key = {0}, value = {0};
    for (size_t i = 0; i < list.count; i++) {
        key.length = value.length = 0;
        string_bytes(&key, list.at[i].id);
        put_reference(structure, &value, list.at[i].number);
        tree_add(&tree, buffer_view(&key), buffer_view(&value));
    }
    buffer_free(&key);
    buffer_free(&value);
    return tree_finish(&tree);
}

static struct kids kids_of(uint32_t tag, const struct groups *leaves, const struct groups *tags,
                           const uint32_t *firsts) {
    return (struct kids){leaves->order + leaves->starts[tag],
                         leaves->order + leaves->starts[tag + 1], tags->order + tags->starts[tag],
                         tags->order + tags->starts[tag + 1], firsts};
}

/* In the order of their numbers. */
static void write_batch(struct structure *structure, const struct groups *leaves,
                        const struct groups *tags, const uint32_t *firsts, uint32_t from) {
    uint32_t order[BATCH], to = batch_end(structure, from), first = batch_number(structure, from);
    for (uint32_t i = from; i < to; i++)
        order[structure->numbers[i] - first] = i;
    for (uint32_t i = 0; i < to - from; i++)
        write_element(structure, order[i], kids_of(order[i], leaves, tags, firsts));
}

static void write_placement(const struct structure *structure) {
    if (structure->placed)
        writer_put(structure->document->writer, structure->placed,
                   STR("/O/Layout/Placement/Block"));
}

static void write_root(struct structure *structure, struct kids kids, uint32_t parent_tree,
                       uint32_t identifiers) {
    struct buffer *body = &structure->body;
    body->length = 0;
    buffer_print(body, "/Type/StructTreeRoot/ParentTree %u 0 R/ParentTreeNextKey %u",
                 (unsigned)parent_tree, (unsigned)(FIRST_LINK_KEY + structure->link_count));
    if (identifiers)
        buffer_print(body, "/IDTree %u 0 R", (unsigned)identifiers);
    kids.leaf = kids.leaf_end;
    put_kids(structure, kids, UINT32_MAX);
    writer_put(structure->document->writer, structure->root, buffer_view(body));
}

uint32_t structure_write(struct structure *structure) {
    structure->tags = &structure->document->pages->tags;
    if (structure->tags->count <= FIRST_TAG)
        return 0;
    structure->root = writer_reserve(structure->document->writer, 1);
    count_leaves(structure);
    struct groups leaves = group_leaves(structure), tags = group_tags(structure);
    uint32_t *firsts = first_leaves(structure, &leaves);
    give_numbers(structure, &leaves, &tags);
    if (structure->tags->count >= MANY_TAGS) {
        structure->digits = number_digits(structure->first + structure->tags->count);
        structure->marked_digits = marked_digits(structure);
    }
    for (uint32_t i = FIRST_TAG; i < structure->tags->count; i = batch_end(structure, i))
        write_batch(structure, &leaves, &tags, firsts, i);
    write_placement(structure);
    uint32_t parent_tree = write_parent_tree(structure);
    write_root(structure, kids_of(0, &leaves, &tags, firsts), parent_tree,
               write_identifiers(structure));
    buffer_free(&structure->body);
    return structure->root;
}
