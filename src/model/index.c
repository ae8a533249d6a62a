#include "model/index.h"
#include "model/model.h"

static struct str record_id(const struct id_table *table, size_t index) {
    return *(const struct str *)(const void *)(table->records + index * table->size);
}

static uint32_t *find_slot(const struct id_table *table, struct str id) {
    size_t mask = table->capacity - 1;
    size_t i = (size_t)str_hash(id) & mask;
    while (table->slots[i] && !str_equal(record_id(table, table->slots[i] - 1), id))
        i = (i + 1) & mask;
    return &table->slots[i];
}

void id_table_fill(struct id_table *table, struct arena *arena, const void *records, size_t count,
                   size_t size) {
    table->records = records;
    table->count = count;
    table->size = size;
    table->capacity = 16;
    while (table->capacity < count * 2)
        table->capacity *= 2;
    table->slots = arena_make(arena, uint32_t, table->capacity);
    for (size_t i = 0; i < count; i++) {
        uint32_t *slot = find_slot(table, record_id(table, i));
        if (!*slot)
            *slot = (uint32_t)i + 1;
    }
}

const void *id_table_find(const struct id_table *table, struct str id) {
    uint32_t slot = id.length ? *find_slot(table, id) : 0;
    return slot ? table->records + (slot - 1) * table->size : NULL;
}

const struct mission *mission_find(const struct model *model, struct str id) {
    return id_table_find(&model->index->missions, id);
}

const struct release *release_find(const struct model *model, struct str id) {
    return id_table_find(&model->index->releases, id);
}

const struct theme *theme_find(const struct model *model, struct str name) {
    return id_table_find(&model->index->themes, name);
}

const struct release *release_in(const struct model *model, const struct release *release,
                                 struct str language) {
    if (str_equal(release->language.text, language))
        return release;
    for (size_t i = 0; i < release->translations.count; i++) {
        const struct release *other = release_find(model, release->translations.at[i].text);
        if (other && str_equal(other->language.text, language))
            return other;
    }
    return NULL;
}
