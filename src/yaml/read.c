/* libyaml's events become a tree. Keys are interned, so that duplicates are found by one stamp a
 * key; an alias shares the children of its anchor, so that it costs one node whatever it stands
 * for. */
#include "base/array.h"
#include "yaml/lines.h"
#include "yaml/node.h"
#include "yaml/problem.h"
#include <string.h>
#include <yaml.h>

enum { MOST_NESTING = 64, MOST_EXPANDED = 1000000, CHARACTER_BLOCK = 8192 };

/* An interned key or anchor name. Its text stands behind it, so that a key leads back to it. */
struct name {
    uint64_t hash;
    size_t length;
    size_t stamp;                /* the mapping that had this key last … */
    const struct node *holder;   /* … and with which child */
    const struct node *anchored; /* what the anchor of this name stands for, else NULL */
    size_t anchored_size;        /* nodes, aliases expanded */
    char text[];
};

struct frame {
    struct node *node;
    struct node **end; /* where the next child is linked */
    struct name *key;  /* of the value that comes next; NULL while a key is expected */
    struct span key_span;
    struct name *anchor;
    size_t size; /* nodes below, aliases expanded */
};

struct reader {
    struct arena *arena;
    struct diag *diag;
    const char *file;
    struct str bytes;
    struct frame frames[MOST_NESTING];
    size_t depth;
    struct node *root;
    bool failed;
    size_t stamps, expanded;
    char *characters; /* room for short strings */
    size_t characters_left;
    struct name **names; /* open addressing, a power of two */
    size_t name_count, name_slots;
    struct str below; /* the source from line `below_line` on, counted from 0 */
    size_t below_line;
};

static struct span mark_span(const struct reader *reader, yaml_mark_t mark) {
    return (struct span){reader->file, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1};
}

static void fail(struct reader *reader, struct span span, const char *hint, const char *text) {
    diag_fault(reader->diag, span, hint, "%s", text);
    reader->failed = true;
}

static struct str copy_text(struct reader *reader, const void *bytes, size_t length) {
    if (length >= CHARACTER_BLOCK / 4)
        return str_copy(reader->arena, (struct str){bytes, length});
    if (reader->characters_left <= length) {
        reader->characters = arena_alloc(reader->arena, CHARACTER_BLOCK);
        reader->characters_left = CHARACTER_BLOCK;
    }
    char *copy = reader->characters;
    memcpy(copy, bytes, length);
    reader->characters += length + 1;
    reader->characters_left -= length + 1;
    return (struct str){copy, length};
}

static struct name **name_slot(struct name **names, size_t slots, uint64_t hash, struct str text) {
    for (size_t i = hash & (slots - 1);; i = (i + 1) & (slots - 1)) {
        struct name *name = names[i];
        if (!name || (name->hash == hash && name->length == text.length &&
                      memcmp(name->text, text.at, text.length) == 0))
            return &names[i];
    }
}

static void names_double(struct reader *reader) {
    size_t slots = reader->name_slots ? reader->name_slots * 2 : 128;
    struct name **names = arena_make(reader->arena, struct name *, slots);
    for (size_t i = 0; i < reader->name_slots; i++) {
        struct name *name = reader->names[i];
        if (name)
            *name_slot(names, slots, name->hash, (struct str){name->text, name->length}) = name;
    }
    reader->names = names;
    reader->name_slots = slots;
}

static struct name *intern(struct reader *reader, const void *bytes, size_t length) {
    if (reader->name_count * 2 >= reader->name_slots)
        names_double(reader);
    struct str text = {bytes, length};
    uint64_t hash = str_hash(text);
    struct name **slot = name_slot(reader->names, reader->name_slots, hash, text);
    if (*slot)
        return *slot;
    struct name *name = arena_alloc(reader->arena, sizeof *name + length + 1);
    name->hash = hash;
    name->length = length;
    memcpy(name->text, bytes, length);
    reader->name_count++;
    return *slot = name;
}

static struct name *anchor_name(struct reader *reader, const yaml_char_t *anchor) {
    return anchor ? intern(reader, anchor, strlen((const char *)anchor)) : NULL;
}

/* Links the node below the mapping or sequence that is open, or makes it the root. */
static void attach(struct reader *reader, struct node *node, size_t size) {
    if (reader->depth == 0) {
        reader->root = node;
        return;
    }
    struct frame *frame = &reader->frames[reader->depth - 1];
    if (frame->key) {
        node->key = (struct str){frame->key->text, frame->key->length};
        node->key_span = frame->key_span;
        frame->key = NULL;
    }
    *frame->end = node;
    frame->end = &node->next;
    frame->node->count++;
    frame->size += size;
}

static bool wants_key(const struct reader *reader) {
    if (reader->depth == 0)
        return false;
    const struct frame *frame = &reader->frames[reader->depth - 1];
    return frame->node->kind == NODE_MAPPING && !frame->key;
}

static void read_key(struct reader *reader, const yaml_event_t *event) {
    struct frame *frame = &reader->frames[reader->depth - 1];
    frame->key_span = mark_span(reader, event->start_mark);
    frame->key = intern(reader, event->data.scalar.value, event->data.scalar.length);
    bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (plain && strcmp(frame->key->text, "<<") == 0)
        diag_fault(reader->diag, frame->key_span, "write the fields out in each place",
                   "merge keys `<<` are not read");
}

/* Tags that only say what a value is anyway are let pass; others would silently swallow text. */
static void check_tag(struct reader *reader, const yaml_char_t *tag, yaml_mark_t mark) {
    const char *text = (const char *)tag;
    if (!text || strcmp(text, "!") == 0 || strncmp(text, "tag:yaml.org,2002:", 18) == 0)
        return;
    diag_fault(reader->diag, mark_span(reader, mark),
               "put the value in quotes when the `!` belongs to it, else remove the tag",
               "`%s` is a tag, and tags mean nothing here", text);
}

static bool is_block(yaml_scalar_style_t style) {
    return style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
}

/* Block scalars come in the order of the file, so the source is walked through once in all. */
static const struct node_lines *read_lines(struct reader *reader, const yaml_event_t *event,
                                           struct str text) {
    size_t first = event->start_mark.line + 1, end = event->end_mark.line + 1;
    if (first < reader->below_line)
        return NULL;
    reader->below = lines_skip(reader->below, first - reader->below_line);
    reader->below_line = first;
    return node_lines_new(reader->arena, reader->below, (uint32_t)first + 1,
                          end > first ? end - first : 0, text);
}

static void read_scalar(struct reader *reader, const yaml_event_t *event) {
    if (wants_key(reader)) {
        read_key(reader, event);
        return;
    }
    struct node *node = arena_make(reader->arena, struct node, 1);
    yaml_scalar_style_t style = event->data.scalar.style;
    node->kind = NODE_SCALAR;
    node->plain = style == YAML_PLAIN_SCALAR_STYLE && event->data.scalar.plain_implicit;
    node->span = mark_span(reader, event->start_mark);
    node->text = copy_text(reader, event->data.scalar.value, event->data.scalar.length);
    if (is_block(style))
        node->lines = read_lines(reader, event, node->text);
    check_tag(reader, event->data.scalar.tag, event->start_mark);
    attach(reader, node, 1);
    struct name *anchor = anchor_name(reader, event->data.scalar.anchor);
    if (anchor) {
        anchor->anchored = node;
        anchor->anchored_size = 1;
    }
}

static void open_collection(struct reader *reader, enum node_kind kind, const yaml_char_t *anchor,
                            yaml_mark_t mark) {
    struct span span = mark_span(reader, mark);
    if (wants_key(reader)) {
        fail(reader, span, "write a word as the key; put it in quotes when it begins with [ or {",
             "a key must be text");
        return;
    }
    if (reader->depth == MOST_NESTING) {
        fail(reader, span, "make the structure flatter", "the data nest more than 64 deep");
        return;
    }
    struct node *node = arena_make(reader->arena, struct node, 1);
    node->kind = (uint8_t)kind;
    node->span = span;
    attach(reader, node, 0);
    reader->frames[reader->depth++] = (struct frame){
        .node = node, .end = &node->first, .anchor = anchor_name(reader, anchor), .size = 1};
}

static void check_duplicates(struct reader *reader, const struct node *mapping) {
    size_t stamp = ++reader->stamps;
    for (struct node *child = mapping->first; child; child = child->next) {
        /* The text was made by intern, so its name stands before it. */
        char *text = (char *)(uintptr_t)child->key.at;
        struct name *name = (struct name *)(void *)(text - offsetof(struct name, text));
        if (name->stamp != stamp) {
            name->stamp = stamp;
            name->holder = child;
            continue;
        }
        struct str hint =
            str_print(reader->arena, "the first one is in line %u; remove one of them",
                      name->holder->key_span.line);
        diag_fault(reader->diag, child->key_span, hint.at, "the key `%s` is given twice",
                   name->text);
    }
}

static void close_collection(struct reader *reader) {
    struct frame frame = reader->frames[--reader->depth];
    if (frame.node->kind == NODE_MAPPING)
        check_duplicates(reader, frame.node);
    if (frame.anchor) {
        frame.anchor->anchored = frame.node;
        frame.anchor->anchored_size = frame.size;
    }
    if (reader->depth)
        reader->frames[reader->depth - 1].size += frame.size;
}

/* What an alias stands for; what is not defined becomes an empty value, to go on. */
static const struct node *alias_target(struct reader *reader, const struct name *name,
                                       struct span span) {
    if (name->anchored)
        return name->anchored;
    diag_fault(reader->diag, span, "define it before with `&`, or put the value in quotes",
               "the alias `*%s` stands for nothing", name->text);
    struct node *nothing = arena_make(reader->arena, struct node, 1);
    nothing->span = span;
    nothing->text = STR("");
    nothing->plain = true;
    return nothing;
}

static void read_alias(struct reader *reader, const yaml_event_t *event) {
    struct span span = mark_span(reader, event->start_mark);
    if (wants_key(reader)) {
        fail(reader, span, "write the key out", "a key cannot be an alias");
        return;
    }
    const struct name *name = anchor_name(reader, event->data.alias.anchor);
    struct node *node = arena_make(reader->arena, struct node, 1);
    *node = *alias_target(reader, name, span);
    node->next = NULL;
    node->key = (struct str){0};
    node->key_span = (struct span){0};
    size_t size = name->anchored ? name->anchored_size : 1;
    reader->expanded += size;
    if (reader->expanded > MOST_EXPANDED) {
        fail(reader, span, "write out what is meant",
             "the aliases expand to more than 1 000 000 values");
        return;
    }
    attach(reader, node, size);
}

static void read_event(struct reader *reader, const yaml_event_t *event) {
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (reader->root)
            fail(reader, mark_span(reader, event->start_mark),
                 "remove the line `---`, or put what follows in a file of its own",
                 "a second document begins here");
        break;
    case YAML_SCALAR_EVENT:
        read_scalar(reader, event);
        break;
    case YAML_ALIAS_EVENT:
        read_alias(reader, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        check_tag(reader, event->data.sequence_start.tag, event->start_mark);
        open_collection(reader, NODE_SEQUENCE, event->data.sequence_start.anchor,
                        event->start_mark);
        break;
    case YAML_MAPPING_START_EVENT:
        check_tag(reader, event->data.mapping_start.tag, event->start_mark);
        open_collection(reader, NODE_MAPPING, event->data.mapping_start.anchor, event->start_mark);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_collection(reader);
        break;
    default:
        break;
    }
}

static void read_events(struct reader *reader, yaml_parser_t *parser) {
    for (bool more = true; more && !reader->failed;) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            problem_report(parser, reader->file, reader->bytes, reader->diag);
            reader->failed = true;
            return;
        }
        more = event.type != YAML_STREAM_END_EVENT;
        read_event(reader, &event);
        yaml_event_delete(&event);
    }
}

/* Where a mark says so libyaml would read UTF-16 (YAML 1.1, 5.2); elsewhere it stops at what is not
 * UTF-8. */
static bool is_utf16(struct str bytes) {
    return str_starts(bytes, STR("\xFE\xFF")) || str_starts(bytes, STR("\xFF\xFE"));
}

static bool is_nothing(const struct node *root) {
    return !root || (root->kind == NODE_SCALAR && root->plain && root->text.length == 0);
}

static struct node *empty_mapping(struct arena *arena, const char *file) {
    struct node *node = arena_make(arena, struct node, 1);
    node->kind = NODE_MAPPING;
    node->span = (struct span){file, 1, 1};
    return node;
}

struct node *yaml_read(struct arena *arena, const char *file, struct str bytes, struct diag *diag) {
    if (is_utf16(bytes)) {
        problem_of_encoding(file, bytes, 0, diag);
        return NULL;
    }
    struct reader reader = {
        .arena = arena, .diag = diag, .file = file, .bytes = bytes, .below = bytes};
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        memory_exhausted();
    const char *at = bytes.length ? bytes.at : "";
    yaml_parser_set_input_string(&parser, (const unsigned char *)at, bytes.length);
    read_events(&reader, &parser);
    yaml_parser_delete(&parser);
    if (reader.failed)
        return NULL;
    return is_nothing(reader.root) ? empty_mapping(arena, file) : reader.root;
}
