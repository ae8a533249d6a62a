/* The structure tree of a tagged PDF (ISO 32000-1, 14.7): which element each marked content of a
 * page belongs to, as `mutool show FILE grep` prints the objects, one a line. */
#ifndef BENCH_TYPOGRAPHY_STRUCTURE_H
#define BENCH_TYPOGRAPHY_STRUCTURE_H

#include "base/array.h"
#include "base/str.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a block is to whoever judges its lines. */
enum block_kind {
    BLOCK_UNTAGGED,
    BLOCK_TEXT, /* paragraphs and items of lists in the flow */
    BLOCK_QUOTE,
    BLOCK_HEADING,
    BLOCK_INSET, /* tables, captions: between the text, no text themselves */
    BLOCK_OTHER  /* footnotes, contents, indexes */
};

struct element {
    char role[12];
    uint32_t parent;
    bool headed; /* has a heading of its own: a section that is no mere group */
};

/* Elements by the number of their object; 0 is none. */
struct structure {
    ARRAY(struct element) elements;
    ARRAY(uint32_t) marked;   /* elements of the marked content, page after page */
    ARRAY(size_t) pages;      /* where in `marked` the content of each page begins */
    ARRAY(uint32_t) contents; /* the object of each page's content stream */
};

static void add_element(struct structure *structure, struct arena *arena, uint32_t number,
                        struct element element) {
    while (structure->elements.count <= number)
        (void)array_add(&structure->elements, arena);
    structure->elements.at[number] = element;
}

static const char *last_string(const char *line, const char *string) {
    const char *found = NULL;
    for (const char *at = line; (at = strstr(at, string)); at++)
        found = at;
    return found;
}

/* "24 0 obj <</K[0]/P 23 0 R/Pg 11 0 R/S/P>>": mutool sorts the keys, so that the last ones are
 * those of the element itself. */
static void read_element(struct structure *structure, struct arena *arena, const char *line) {
    const char *parent = last_string(line, "/P "), *role = last_string(line, "/S/");
    uint32_t number = (uint32_t)strtoul(line, NULL, 10);
    if (!parent || !role || !number || strstr(line, "/Annot"))
        return;
    struct element element = {.parent = (uint32_t)strtoul(parent + 3, NULL, 10)};
    size_t length = strcspn(role + 3, "/<>[]() \n");
    if (length >= sizeof element.role)
        return;
    memcpy(element.role, role + 3, length);
    add_element(structure, arena, number, element);
}

/* "[24 0 R 25 0 R]": the elements of one page's marked content. Past its end. */
static const char *read_marked(struct structure *structure, struct arena *arena, const char *at) {
    array_push(&structure->pages, arena, structure->marked.count);
    for (at++; *at && *at != ']';) {
        char *end;
        uint32_t element = (uint32_t)strtoul(at, &end, 10);
        if (end == at)
            break;
        array_push(&structure->marked, arena, element);
        at = strchr(end, 'R');
        at = at ? at + 1 + strspn(at + 1, " ") : end + strlen(end);
    }
    return *at == ']' ? at + 1 : at;
}

/* "/Nums[0[24 0 R 25 0 R]1[30 0 R]2 31 0 R]" of the parent tree: arrays are of pages, in their
 * order; what follows is of annotations. */
static void read_parents(struct structure *structure, struct arena *arena, const char *line) {
    const char *at = strstr(line, "/Nums[");
    if (!at)
        return;
    at += strlen("/Nums[");
    for (char *end;; at += strspn(at, " ")) {
        (void)strtoul(at, &end, 10);
        if (end == at || *end != '[')
            return;
        at = read_marked(structure, arena, end);
    }
}

/* "11 0 obj <<.../Contents 582 0 R.../StructParents 0.../Type/Page>>" */
static void read_contents(struct structure *structure, struct arena *arena, const char *line) {
    const char *contents = strstr(line, "/Contents "), *key = strstr(line, "/StructParents ");
    if (!contents || !key || !strstr(line, "/Type/Page"))
        return;
    size_t page = strtoul(key + strlen("/StructParents "), NULL, 10);
    while (structure->contents.count <= page)
        array_push(&structure->contents, arena, 0);
    structure->contents.at[page] = (uint32_t)strtoul(contents + strlen("/Contents "), NULL, 10);
}

static bool is_heading_role(const char *role) {
    return role[0] == 'H' && (!role[1] || (role[1] >= '1' && role[1] <= '6' && !role[2]));
}

static const struct element *element_at(const struct structure *structure, uint32_t number) {
    static const struct element none = {0};
    return number < structure->elements.count ? &structure->elements.at[number] : &none;
}

static void find_headed(struct structure *structure) {
    for (size_t i = 0; i < structure->elements.count; i++) {
        uint32_t parent = structure->elements.at[i].parent;
        if (is_heading_role(structure->elements.at[i].role) && parent < structure->elements.count)
            structure->elements.at[parent].headed = true;
    }
}

static void structure_read(struct structure *structure, struct arena *arena, FILE *in) {
    char *line = NULL;
    size_t capacity = 0;
    while (getline(&line, &capacity, in) >= 0) {
        read_element(structure, arena, line);
        read_parents(structure, arena, line);
        read_contents(structure, arena, line);
    }
    free(line);
    find_headed(structure);
}

static bool role_among(const char *role, const char *const *roles, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!strcmp(role, roles[i]))
            return true;
    return false;
}

#define ROLE_AMONG(role, ...)                                                                      \
    role_among(role, (const char *const[]){__VA_ARGS__},                                           \
               sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* A link in a section is a block of its own, like a paragraph. */
static bool is_inline(const struct structure *structure, uint32_t number) {
    const struct element *element = element_at(structure, number);
    const char *around = element_at(structure, element->parent)->role;
    return ROLE_AMONG(element->role, "Span", "Reference", "Quote") ||
           (!strcmp(element->role, "Link") && !ROLE_AMONG(around, "Part", "Sect", "Index"));
}

/* The element that holds the content of this page (from 0) as a paragraph or heading does, not as a
 * part of its line; 0 when the page is not tagged. */
static uint32_t block_of(const struct structure *structure, size_t page, size_t mark) {
    if (page >= structure->pages.count)
        return 0;
    size_t from = structure->pages.at[page];
    size_t to =
        page + 1 < structure->pages.count ? structure->pages.at[page + 1] : structure->marked.count;
    uint32_t number = from + mark < to ? structure->marked.at[from + mark] : 0;
    while (is_inline(structure, number))
        number = element_at(structure, number)->parent;
    return number;
}

/* Judged by the innermost of the elements around it that say something. */
static enum block_kind block_kind(const struct structure *structure, uint32_t block) {
    const char *role = element_at(structure, block)->role;
    if (!block)
        return BLOCK_UNTAGGED;
    if (is_heading_role(role))
        return BLOCK_HEADING;
    bool text = ROLE_AMONG(role, "P", "Link", "LBody");
    for (uint32_t at = block; at; at = element_at(structure, at)->parent) {
        role = element_at(structure, at)->role;
        if (ROLE_AMONG(role, "Table", "Caption", "Figure"))
            return BLOCK_INSET;
        if (ROLE_AMONG(role, "Note", "TOC", "Index"))
            return BLOCK_OTHER;
        if (text && !strcmp(role, "BlockQuote"))
            return BLOCK_QUOTE;
    }
    return text ? BLOCK_TEXT : BLOCK_OTHER;
}

/* The section with a heading of its own that an element stands in; 0 for none. */
static uint32_t section_of(const struct structure *structure, uint32_t element) {
    do
        element = element_at(structure, element)->parent;
    while (element && !element_at(structure, element)->headed);
    return element;
}

#endif
