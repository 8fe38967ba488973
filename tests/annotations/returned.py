"""Files as tools give them back: the same annotations in the shape of the tool's own export."""

import json


def as_annotated(tool: str, files: dict[str, str]) -> dict[str, str]:
    """What ``tool`` makes of ``files`` when an annotator saves them unchanged."""
    if tool == "label-studio":
        return {".json": json.dumps([_submitted(json.loads(files[".json"]))], ensure_ascii=False)}
    if tool == "doccano":
        return {".jsonl": json.dumps(_renumbered(json.loads(files[".jsonl"])), ensure_ascii=True) + "\n"}
    if tool == "prodigy":
        return {".jsonl": json.dumps({**json.loads(files[".jsonl"]), "answer": "accept"}) + "\n"}
    return files


def _submitted(task: dict) -> dict:  # type: ignore[type-arg]
    """Predictions become an annotation with the same region ids."""
    result = task["predictions"][0]["result"]
    return {"id": 7, "data": task["data"], "annotations": [{"id": 1, "completed_by": 1, "result": result}]}


def _renumbered(line: dict) -> dict:  # type: ignore[type-arg]
    """doccano numbers spans anew and keeps no field but offsets and label."""
    new = {each["id"]: 1000 + each["id"] for each in line["entities"]}
    kept = ("start_offset", "end_offset", "label")
    return {
        **line,
        "id": 3,
        "entities": [{"id": new[each["id"]], **{name: each[name] for name in kept}} for each in line["entities"]],
        "relations": [
            {**each, "from_id": new[each["from_id"]], "to_id": new[each["to_id"]]} for each in line["relations"]
        ],
        "Comments": [],
    }
