/* One reader for all records: it walks the keys of a mapping along the table of fields. */
#include "yaml/schema.h"
#include "yaml/below.h"
#include "yaml/scalar.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FIELDS = 64 };

const union absent schema_absent; /* zeroes */

static void read_record(const struct reading *reading, const struct record *record,
                        const struct node *node, void *out);

/* A record is named by its key where it has one: that is where a field would be added. */
static struct span record_place(const struct node *node) {
    return node->key_span.line ? node->key_span : node->span;
}

const char *schema_nearest(struct str word, const char *const *candidates, size_t count) {
    size_t length = 0;
    for (const char *at = word.at, *end = at + word.length; at < end; length++)
        utf8_next(&at, end);
    size_t best = (length < 3 ? 1 : length / 3) + 1;
    const char *nearest = NULL;
    for (size_t i = 0; i < count && best > 0; i++) {
        size_t distance = str_distance(word, str_from(candidates[i]), best - 1);
        if (distance < best) {
            best = distance;
            nearest = candidates[i];
        }
    }
    return nearest;
}

/* The names of the fields that a key may have; "" is none. */
static size_t field_names(const struct record *record, const char *names[MOST_FIELDS]) {
    size_t count = 0;
    for (size_t i = 0; i < record->count; i++)
        if (record->fields[i].name[0])
            names[count++] = record->fields[i].name;
    return count;
}

static void unknown_key(const struct reading *reading, const struct record *record,
                        const struct node *node) {
    const char *names[MOST_FIELDS];
    size_t count = field_names(record, names);
    const char *near = schema_nearest(node->key, names, count);
    struct str list = words_list(reading->arena, names, count);
    struct str hint =
        near ? str_print(reading->arena, "did you mean `%s`?", near)
             : str_print(reading->arena, "the keys of `%s` are %.*s", record->name, STR_ARGS(list));
    diag_fault(reading->diag, node->key_span, hint.at, "unknown key `%.*s`", STR_ARGS(node->key));
}

static bool is_named(const struct field *field, struct str key) {
    return strncmp(field->name, key.at, key.length) == 0 && field->name[key.length] == 0;
}

/* Keys mostly come in the order of the table: the search goes on where the last one ended. */
static const struct field *field_find(const struct record *record, struct str key, size_t *next) {
    if (key.length == 0)
        return NULL;
    for (size_t i = 0, at = *next; i < record->count; i++, at++) {
        if (at >= record->count)
            at = 0;
        if (is_named(&record->fields[at], key)) {
            *next = at + 1;
            return &record->fields[at];
        }
    }
    return NULL;
}

static void read_single(const struct reading *reading, const struct field *field,
                        const struct node *node, void *out) {
    if (field->type == FIELD_RECORD)
        read_record(reading, field->record, node, out);
    else
        scalar_read(reading, field, node, out);
}

/* For what stands in a list. */
static struct reading inside(const struct reading *reading) {
    return (struct reading){reading->arena, reading->pool, reading->arena, reading->diag};
}

/* Items that are empty are faults: a dash was left behind. */
static void read_items(const struct reading *reading, const struct field *field,
                       const struct node *sequence, struct list *list, size_t size) {
    struct reading below = inside(reading);
    for (const struct node *item = sequence->first; item; item = item->next) {
        struct str label = field_label(field, sequence);
        if (node_absent(item))
            diag_fault(reading->diag, item->span, "write a value behind `-`, or remove the `-`",
                       "an empty item in `%.*s`", STR_ARGS(label));
        else
            read_single(&below, field, item, (char *)list->at + size * list->count++);
    }
}

static void read_list(const struct reading *reading, const struct field *field,
                      const struct node *node, struct list *list) {
    bool many = node->kind == NODE_SEQUENCE;
    size_t size = field->type == FIELD_RECORD ? field->record->size : scalar_size(field->type);
    list->span = node->span;
    list->at = arena_calloc(reading->lists, many ? node->count : 1, size);
    if (many) {
        read_items(reading, field, node, list, size);
    } else {
        struct reading below = inside(reading);
        list->count = 1;
        read_single(&below, field, node, list->at);
    }
}

static void read_map(const struct reading *reading, const struct field *field,
                     const struct node *node, struct list *list) {
    struct str label = field_label(field, node);
    list->span = node->span;
    if (node->kind != NODE_MAPPING) {
        diag_fault(reading->diag, node->span, "write `name: value` for each of its parts",
                   "`%.*s` must be a mapping", STR_ARGS(label));
        return;
    }
    size_t size = field->record->size;
    struct reading below = inside(reading);
    list->at = arena_calloc(reading->lists, node->count, size);
    for (const struct node *child = node->first; child; child = child->next) {
        char *element = (char *)list->at + size * list->count++;
        *(struct string *)(void *)element =
            (struct string){pool_str(reading->pool, child->key), child->key_span};
        read_record(&below, field->record, child, element);
    }
}

/* Pointers to all types of values are alike. */
static void set_pointer(const struct field *field, void *record, const void *value) {
    memcpy((char *)record + field->offset, &value, sizeof value);
}

/* Where the value of the field goes. */
static void *place_of(const struct reading *reading, const struct field *field, void *record) {
    if (!field->apart)
        return (char *)record + field->offset;
    size_t size = field->list ? sizeof(struct list) : scalar_size(field->type);
    void *value = arena_alloc(reading->arena, size);
    set_pointer(field, record, value);
    return value;
}

static void read_field(const struct reading *reading, const struct field *field,
                       const struct node *node, void *record) {
    void *out = place_of(reading, field, record);
    if (field->type == FIELD_MAP)
        read_map(reading, field, node, out);
    else if (field->list)
        read_list(reading, field, node, out);
    else
        read_single(reading, field, node, out);
}

static void missing_field(const struct reading *reading, const struct record *record,
                          const struct field *field, const struct node *node) {
    bool short_example = field->example && !strchr(field->example, '\n');
    const char *example = short_example ? field->example : "…";
    const struct node *left_empty =
        node->kind == NODE_MAPPING ? node_find(node, str_from(field->name)) : NULL;
    if (left_empty)
        diag_fault(reading->diag, left_empty->key_span,
                   str_print(reading->arena, "write `%s: %s`", field->name, example).at,
                   "`%s` is empty", field->name);
    else
        diag_fault(reading->diag, record_place(node),
                   str_print(reading->arena, "add `%s: %s`", field->name, example).at,
                   "%s without `%s`", record->name, field->name);
}

/* A field counts as seen where a field at the same offset was: the bare form of a record shares its
 * member with the named one. */
static bool seen(const struct record *record, const struct field *field, uint64_t read) {
    for (size_t i = 0; i < record->count; i++)
        if (read >> i & 1 && record->fields[i].offset == field->offset)
            return true;
    return false;
}

static void check_required(const struct reading *reading, const struct record *record,
                           const struct node *node, uint64_t read) {
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        if (field->required && field->name[0] && !(read >> i & 1) && !seen(record, field, read))
            missing_field(reading, record, field, node);
    }
}

static bool field_empty(const struct field *field, const struct node *node) {
    if (node->kind != NODE_SCALAR)
        return node->count == 0 && field->type != FIELD_RECORD;
    return node_absent(node) || str_trim(node->text).length == 0;
}

/* An unquoted colour looks like a comment to YAML and thus absent; that is never meant. */
static bool lost_colour(const struct field *field, const struct node *node) {
    return field->type == FIELD_COLOUR && node->text.length == 0;
}

static uint64_t read_keys(const struct reading *reading, const struct record *record,
                          const struct node *node, void *out) {
    uint64_t read = 0;
    size_t next = 0;
    for (const struct node *child = node->first; child; child = child->next) {
        const struct field *field = field_find(record, child->key, &next);
        uint64_t bit = field ? (uint64_t)1 << (field - record->fields) : 0;
        if (!field)
            unknown_key(reading, record, child);
        else if (!(read & bit) && (!field_empty(field, child) || lost_colour(field, child))) {
            read |= bit; /* a second value of the key is a fault of its own (yaml/read.c) */
            read_field(reading, field, child, out);
        }
    }
    return read;
}

static void not_a_mapping(const struct reading *reading, const struct record *record,
                          const struct node *node) {
    const char *names[MOST_FIELDS];
    size_t count = field_names(record, names);
    struct str list = words_list(reading->arena, names, count);
    struct str hint =
        str_print(reading->arena, "write `key: value` with the keys %.*s", STR_ARGS(list));
    diag_fault(reading->diag, node->span, hint.at, "a %s must be a mapping of keys to values",
               record->name);
}

static void set_absent(const struct record *record, void *out) {
    for (size_t i = 0; i < record->count; i++)
        if (record->fields[i].apart)
            set_pointer(&record->fields[i], out, &schema_absent);
}

static void read_record(const struct reading *reading, const struct record *record,
                        const struct node *node, void *out) {
    assert(record->count <= MOST_FIELDS);
    set_absent(record, out);
    const struct field *bare = record_bare(record);
    *(struct span *)(void *)((char *)out + record->span) = record_place(node);
    uint64_t read = 0;
    if (bare && (record->count == 1 || node->kind != NODE_MAPPING)) {
        read = (uint64_t)1 << (bare - record->fields);
        if (!field_empty(bare, node) || lost_colour(bare, node))
            read_field(reading, bare, node, out);
        else if (bare->required)
            diag_fault(reading->diag, record_place(node), "write a value behind the key",
                       "`%.*s` is empty", STR_ARGS(field_label(bare, node)));
    } else if (node->kind == NODE_MAPPING) {
        read = read_keys(reading, record, node, out);
    } else {
        not_a_mapping(reading, record, node);
        return;
    }
    check_required(reading, record, node, read);
}

void schema_read(const struct record *record, const struct node *node, void *out,
                 struct arena *arena, struct diag *diag) {
    struct pool pool = {.arena = arena, .scratch = arena_new()};
    schema_read_apart(record, node, out, arena, &pool, diag);
    arena_free(pool.scratch);
}

void schema_read_apart(const struct record *record, const struct node *node, void *out,
                       struct arena *lists, struct pool *pool, struct diag *diag) {
    read_record(&(struct reading){pool->arena, pool, lists, diag}, record, node, out);
}
