"""One package per API: `API` names it, `compose` lists its resources in order, `policy` judges what schemas cannot."""
