from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={"type": "notebook", "title": "diary"},
    changes={"title": "ledger"},
    for_applications=["title"],
    refused=[("type", "Notebook"), ("title", "Diary"), ("title", None), ("title", ""), ("pages", 3)],
)
