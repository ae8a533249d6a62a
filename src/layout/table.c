/* Tables: column widths from content, one strip a row, the head repeated in each part. */
#include "layout/galley.h"

#include <string.h>

/* White between columns, and a row's white above and below its cells together: a row of one line at
 * 10.125 pt then takes a line of 13.5 pt. */
#define COLUMN_GAP SP_OF_PT(9)
#define ROW_WHITE SP_OF_PT(3.375)
#define RULE_THICKNESS SP_OF_PT(0.4)

struct table {
    const struct block *block;
    sp x, width;
    size_t columns;
    sp *left, *measure; /* of each column */
    size_t rows;
    uint32_t section_tag; /* THead or TBody of the row in hand */
    struct str language;
};

static size_t cell_columns(const struct block *cell) {
    return cell->cell_span > 1 ? cell->cell_span : 1;
}

/* ---- widths ---- */

static sp cell_width(struct setter *setter, const struct block *cell, struct str language,
                     bool least) {
    sp widest = 0;
    for (const struct block *child = cell->first; child; child = child->next) {
        sp width = runs_width(setter, &child->runs, language, least);
        if (child->style)
            width += child->style->left + child->style->right;
        if (width > widest)
            widest = width;
    }
    return widest;
}

static void measure_rows(struct setter *setter, const struct table *table, sp *natural, sp *least) {
    for (const struct block *row = table->block->first; row; row = row->next) {
        size_t column = 0;
        for (const struct block *cell = row->first; cell && column < table->columns;
             cell = cell->next) {
            if (cell_columns(cell) == 1) {
                sp widest = cell_width(setter, cell, table->language, false);
                sp narrow = cell_width(setter, cell, table->language, true);
                if (widest > natural[column])
                    natural[column] = widest;
                if (narrow > least[column])
                    least[column] = narrow;
            }
            column += cell_columns(cell);
        }
    }
}

static sp sum(const sp *values, size_t count) {
    sp total = 0;
    for (size_t i = 0; i < count; i++)
        total += values[i];
    return total;
}

/* Columns that need less than an equal share of the room get what they need, again and again; false
 * when all do. `*room` and `*columns` are what is left for the others, whose measure stays 0. */
static bool settle_narrow(const struct table *table, const sp *natural, sp *room, size_t *columns) {
    bool settled = true;
    while (settled && *columns > 0) {
        settled = false;
        for (size_t i = 0; i < table->columns; i++)
            if (table->measure[i] == 0 && natural[i] <= *room / (sp)*columns) {
                table->measure[i] = natural[i];
                *room -= natural[i];
                settled = true;
                if (--*columns == 0)
                    break;
            }
    }
    return *columns > 0;
}

/* Columns without a measure get their least width and a share of what is left of `room`. False when
 * there is less than that: they are narrower. */
static bool share_rest(const struct table *table, const sp *natural, const sp *least, sp room) {
    sp narrow = 0, excess = 0;
    for (size_t i = 0; i < table->columns; i++)
        if (table->measure[i] == 0) {
            narrow += least[i];
            excess += natural[i] - least[i];
        }
    for (size_t i = 0; i < table->columns; i++) {
        if (table->measure[i] > 0)
            continue;
        if (narrow < room && excess > 0)
            table->measure[i] = least[i] + sp_scale(natural[i] - least[i], room - narrow, excess);
        else
            table->measure[i] = narrow > 0 ? sp_scale(least[i], room, narrow) : room;
    }
    return narrow <= room;
}

/* What there is for the cells of a row. */
static sp room_of(const struct table *table) {
    return table->width - (sp)(table->columns - 1) * COLUMN_GAP;
}

/* Where all columns fit at their natural width the rest is shared out in proportion. Else the
 * narrow ones keep theirs, unless no other column could be as wide as it must then. */
static void share_width(const struct table *table, const sp *natural, const sp *least) {
    sp room = room_of(table);
    sp wide = sum(natural, table->columns);
    for (size_t i = 0; i < table->columns && wide <= room; i++)
        table->measure[i] = wide > 0 ? sp_scale(natural[i], room, wide) : room;
    size_t columns = table->columns;
    if (wide <= room || !settle_narrow(table, natural, &room, &columns) ||
        share_rest(table, natural, least, room))
        return;
    memset(table->measure, 0, table->columns * sizeof *table->measure);
    share_rest(table, natural, least, room_of(table));
}

/* One fault for the table: what its cells would say of each word is not heard. */
static void check_width(struct setter *setter, const struct table *table, const sp *least) {
    sp lacking = sum(least, table->columns) - room_of(table);
    if (lacking <= 0)
        return;
    struct str over = length_print(setter->arena, lacking);
    struct str width = length_print(setter->arena, table->width);
    diag_fault(setter->diag, table->block->span,
               "leave out columns, shorten their longest words or make two tables of it",
               "the %zu columns of this table are %.*s wider than the %.*s it has to stand in",
               table->columns, STR_ARGS(over), STR_ARGS(width));
    setter->diag = diag_new(setter->arena);
}

static void place_columns(struct setter *setter, struct table *table) {
    sp *natural = arena_make(setter->arena, sp, table->columns);
    sp *least = arena_make(setter->arena, sp, table->columns);
    measure_rows(setter, table, natural, least);
    for (size_t i = 0; i < table->columns && i < table->block->column_count; i++)
        if (table->block->columns[i].width > 0)
            natural[i] = least[i] = table->block->columns[i].width;
    share_width(table, natural, least);
    check_width(setter, table, least);
    sp x = table->x, end = table->x + table->width;
    for (size_t i = 0; i < table->columns; i++) {
        table->left[i] = table->block->right_to_left ? end - table->measure[i] : x;
        x += table->measure[i] + COLUMN_GAP;
        end -= table->measure[i] + COLUMN_GAP;
    }
}

/* ---- rows ---- */

struct row {
    ARRAY(struct part) parts;
    ARRAY(const struct galley *) called; /* footnotes of all cells */
    sp height, notes;
};

static void add_cell(struct galley_builder *builder, const struct table *table, struct row *row,
                     const struct block *cell, size_t column, uint32_t row_tag) {
    struct setter *setter = builder->setter;
    size_t last = column + cell_columns(cell) - 1;
    if (last >= table->columns)
        last = table->columns - 1;
    size_t left = cell->right_to_left ? last : column, right = cell->right_to_left ? column : last;
    sp x = table->left[left], width = table->left[right] + table->measure[right] - x;
    struct galley_builder inner = builder_new(setter, width, false);
    inner.plain = true;
    builder_block(&inner, cell, row_tag, table->language);
    sp y = 0;
    for (size_t i = 0; i < inner.galley->strips.count; i++) {
        const struct strip *strip = &inner.galley->strips.at[i];
        y = strip_top(strip, y, i == 0, 0);
        for (uint32_t p = 0; p < strip->part_count; p++) {
            struct part part = strip->parts[p];
            part.x += x;
            part.y += y + ROW_WHITE / 2;
            array_push(&row->parts, setter->arena, part);
        }
        for (uint32_t n = 0; n < strip->note_count; n++)
            array_push(&row->called, setter->arena, strip->called[n]);
        row->notes += strip->notes;
        y += strip->height;
    }
    if (y > row->height)
        row->height = y;
}

static void add_row_rule(const struct galley_builder *builder, const struct table *table,
                         struct row *row, sp y) {
    const struct style *style = table->block->style;
    sp thickness = style && style->rule_above > 0 ? style->rule_above : RULE_THICKNESS;
    struct colour colour = style && style->rule_above > 0 ? style->rule_colour : COLOUR_BLACK;
    array_push(
        &row->parts, builder->setter->arena,
        (struct part){
            .kind = PART_RULE, .x = table->x, .y = y, .rule = {table->width, thickness, colour}});
}

/* Rules above and below the head and at the end; a table without a head has none. */
static void add_row_rules(const struct galley_builder *builder, const struct table *table,
                          struct row *row, size_t index) {
    size_t heads = table->block->header_rows;
    if (heads == 0)
        return;
    if (index == 0)
        add_row_rule(builder, table, row, 0);
    if (index + 1 == heads || index + 1 == table->rows)
        add_row_rule(builder, table, row, row->height);
}

/* A short table is not divided; in a long one neither the head nor the first or the last row of the
 * body stands alone. */
enum { SHORT_TABLE = 12 };

static int32_t row_penalty(const struct table *table, size_t index) {
    if (index + 1 == table->rows)
        return BREAK_FREE;
    if (table->rows <= SHORT_TABLE || index <= table->block->header_rows ||
        index + 2 == table->rows)
        return BREAK_NEVER;
    return BREAK_IN_PARAGRAPH;
}

static void add_row(struct galley_builder *builder, const struct table *table,
                    const struct block *block, size_t index) {
    struct setter *setter = builder->setter;
    struct row row = {0};
    uint32_t tag =
        table->section_tag ? tag_add(setter, ROLE_ROW, table->section_tag, block->language) : 0;
    size_t column = 0;
    for (const struct block *cell = block->first; cell && column < table->columns;
         cell = cell->next) {
        size_t before = setter->tags.count;
        add_cell(builder, table, &row, cell, column, tag);
        if (tag && before < setter->tags.count)
            setter->tags.at[before].span = cell->cell_span;
        column += cell_columns(cell);
    }
    row.height += ROW_WHITE;
    add_row_rules(builder, table, &row, index);
    const struct style *style = table->block->style;
    struct strip *strip = builder_strip(builder, index == 0 && style ? style->above : 0, row.height,
                                        builder->gridded && index == 0, block->span);
    strip->parts = row.parts.at;
    strip->part_count = (uint32_t)row.parts.count;
    strip->called = row.called.at;
    strip->note_count = (uint32_t)row.called.count;
    strip->notes = row.notes;
    strip->penalty += row_penalty(table, index);
}

/* The head as it stands in the parts after the first: drawn again, not read again. */
static const struct repeat *repeated_head(struct galley_builder *builder,
                                          const struct table *table) {
    struct galley_builder inner = builder_new(builder->setter, builder->width, builder->gridded);
    struct table again = *table;
    again.section_tag = 0;
    const struct block *row = table->block->first;
    for (size_t i = 0; i < table->block->header_rows && row; i++, row = row->next)
        add_row(&inner, &again, row, i);
    struct repeat *repeat = arena_make(builder->setter->arena, struct repeat, 1);
    repeat->strips = inner.galley->strips.at;
    repeat->count = inner.galley->strips.count;
    repeat->height = galley_height(inner.galley, builder->setter->master->grid);
    return repeat;
}

static size_t count_columns(const struct block *block) {
    size_t most = block->column_count;
    for (const struct block *row = block->first; row; row = row->next) {
        size_t columns = 0;
        for (const struct block *cell = row->first; cell; cell = cell->next)
            columns += cell_columns(cell);
        if (columns > most)
            most = columns;
    }
    return most;
}

static size_t count_rows(const struct block *block) {
    size_t rows = 0;
    for (const struct block *row = block->first; row; row = row->next)
        rows++;
    return rows;
}

void table_strips(struct galley_builder *builder, const struct block *block, sp x, sp width,
                  uint32_t tag, struct str language) {
    struct setter *setter = builder->setter;
    struct table table = {.block = block, .x = x, .width = width, .language = language};
    table.columns = count_columns(block);
    table.rows = count_rows(block);
    if (table.columns == 0)
        return;
    table.left = arena_make(setter->arena, sp, table.columns);
    table.measure = arena_make(setter->arena, sp, table.columns);
    struct diag *heard = setter->diag;
    place_columns(setter, &table);
    const struct repeat *outer = builder->repeat;
    const struct repeat *head = block->header_rows ? repeated_head(builder, &table) : NULL;
    size_t index = 0;
    for (const struct block *row = block->first; row; row = row->next, index++) {
        if (tag && block->header_rows && index == 0)
            table.section_tag = tag_add(setter, ROLE_TABLE_HEAD, tag, (struct str){0});
        if (tag && index == block->header_rows)
            table.section_tag =
                block->header_rows ? tag_add(setter, ROLE_TABLE_BODY, tag, (struct str){0}) : tag;
        if (head && index > block->header_rows)
            builder->repeat = head;
        add_row(builder, &table, row, index);
    }
    builder->repeat = outer;
    setter->diag = heard;
}
