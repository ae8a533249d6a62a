#include "layout/layout.h"
#include "layout/level.h"
#include "layout/place.h"
#include "layout/vary.h"

/* Numbers of pages settle in two rounds or not at all. */
enum { ROUNDS = 5 };

static struct flow_layout *flow_set(struct setter *setter, const struct flow *flow) {
    struct flow_layout *layout = arena_make(setter->arena, struct flow_layout, 1);
    const struct master *master = flow->master;
    setter->master = master;
    layout->flow = flow;
    layout->galley = galley_new(setter, flow->root, 1);
    layout->request = (struct breaks_request){
        .strips = layout->galley->strips.at,
        .count = layout->galley->strips.count,
        .grid = master->grid,
        .height = master->grid * master->lines,
        .columns = master->columns > 0 ? master->columns : 1,
        .balance = master->balance,
        .note_gap = NOTE_GAP,
    };
    layout->columns = breaks_find(&layout->request, setter->arena, setter->diag);
    vary_paragraphs(setter, layout->galley, &layout->request, &layout->columns);
    level_columns(&layout->request, &layout->columns);
    return layout;
}

static struct flow_layout *flows_set(struct setter *setter, bool first_round) {
    setter->tags.count = setter->references.count = 0;
    tag_add(setter, ROLE_ARTIFACT, 0, (struct str){0});
    tag_add(setter, ROLE_DOCUMENT, 0, setter->doc->meta.language);
    struct flow_layout *first = NULL, **link = &first;
    for (const struct flow *flow = setter->doc->first; flow; flow = flow->next) {
        *link = flow_set(setter, flow);
        link = &(*link)->next;
        if (first_round || !flow->next) /* an index finds the pages of what stands before it */
            setter->known = locate(setter, first);
    }
    return first;
}

static void report_missing(struct setter *setter, const struct set *set) {
    for (uint32_t i = 0; i < set->run_count; i++) {
        const struct run *run = &set->runs[i];
        if (run->kind == RUN_PAGE && !places_find(&setter->known, run->target))
            diag_fault(setter->diag, run->span, NULL,
                       "the page of `%.*s` is asked for, which is "
                       "nowhere in this document",
                       STR_ARGS(run->target));
    }
}

/* Sets what refers to pages again; true when the number of lines of something changed, so that
 * pages may end elsewhere. */
static bool references_changed(struct setter *setter) {
    bool changed = false;
    for (size_t i = 0; i < setter->references.count; i++) {
        report_missing(setter, setter->references.at[i]);
        changed |= set_again(setter, setter->references.at[i]);
    }
    return changed;
}

struct pages *layout_doc(const struct doc *doc, struct text *text,
                         const struct layout_options *options, struct arena *arena,
                         struct diag *diag) {
    struct setter setter = {
        .doc = doc,
        .text = text,
        .options = options,
        .arena = arena,
        .diag = diag,
    };
    for (int round = 0; round < ROUNDS; round++) {
        struct flow_layout *flows = flows_set(&setter, round == 0);
        if (!references_changed(&setter))
            return place(&setter, flows);
    }
    diag_fault(diag, (struct span){0},
               "reword the contents so that a line more or less does not matter",
               "page numbers do not settle after %d rounds", ROUNDS);
    return NULL;
}
